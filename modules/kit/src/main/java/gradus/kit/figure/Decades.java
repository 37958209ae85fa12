package gradus.kit.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * A thin line at every power of ten of a logarithmic y axis. XChart's own grid has nine in each decade, which run
 * together where there are many decades.
 */
final class Decades extends Annotation {
    private static final int MOST = 300;

    Decades() {
        super(false);
    }

    @Override
    public void paint(Graphics2D g) {
        g.setColor(Style.DECADE);
        g.setStroke(new BasicStroke(1));
        int left = getXAxisScreenValueForMin();
        int right = getXAxisScreenValueForMax();
        // XChart has one place for all that is beyond the axis.
        int nowhere = getYAxisScreenValue(Math.pow(10, -MOST));
        for (int exponent = -MOST; exponent <= MOST; exponent++) {
            int y = getYAxisScreenValue(Math.pow(10, exponent));
            if (y != nowhere && y >= getYAxisScreenValueForMin() && y <= getYAxisScreenValueForMax()) {
                g.draw(new Line2D.Double(left, y, right, y));
            }
        }
    }
}
