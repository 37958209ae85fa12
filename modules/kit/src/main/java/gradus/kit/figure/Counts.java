package gradus.kit.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A square table of counts: row 0 on top, each cell the darker, the larger its share of the row. */
final class Counts extends Annotation {
    private static final double DARK = 0.25;

    private final int[][] counts;

    Counts(int[][] counts) {
        super(false);
        this.counts = counts;
    }

    @Override
    public void paint(Graphics2D g) {
        int n = counts.length;
        double width = getXAxisScreenValue(1) - getXAxisScreenValue(0);
        double height = getYAxisScreenValue(0) - getYAxisScreenValue(1);
        for (int i = 0; i < n; i++) {
            double y = getYAxisScreenValue(-i);
            int sum = Math.max(1, Arrays.stream(counts[i]).sum());
            Pictures.words(g, Integer.toString(i), Style.INK, getXAxisScreenValue(-0.9), y);
            Pictures.words(g, Integer.toString(i), Style.INK, getXAxisScreenValue(i), getYAxisScreenValue(-n + 0.1));
            for (int j = 0; j < n; j++) {
                double x = getXAxisScreenValue(j);
                double share = (double) counts[i][j] / sum;
                g.setColor(counts[i][j] == 0 ? Style.PALE : Style.shade(Math.sqrt(share)));
                g.fill(new Rectangle2D.Double(x - width / 2 + 1, y - height / 2 + 1, width - 2, height - 2));
                if (counts[i][j] > 0) {
                    Color ink = share > DARK ? Color.WHITE : Style.INK;
                    Pictures.words(g, Integer.toString(counts[i][j]), ink, x, y);
                }
            }
        }
    }
}
