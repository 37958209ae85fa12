package gradus.kit.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A circle around a point that leaves the point itself to be seen. */
final class Ring extends Marker {
    private static final int ROOM = 4;

    @Override
    public void paint(Graphics2D g, double x, double y, int markerSize) {
        double size = markerSize + ROOM;
        g.setStroke(new BasicStroke(1));
        g.draw(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
    }
}
