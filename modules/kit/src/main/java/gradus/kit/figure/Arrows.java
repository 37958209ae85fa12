package gradus.kit.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Arrows from the origin of a chart; names, where given, stand beyond the tips and make room for each other. */
final class Arrows extends Annotation {
    private static final double HEAD = 9;
    private static final double GAP = 7;
    private static final BasicStroke HALO = new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final List<String> names;
    private final double[][] tips;
    private final Color colour;
    private final BasicStroke stroke;

    Arrows(List<String> names, double[][] tips, Color colour, BasicStroke stroke) {
        super(false);
        this.names = names;
        this.tips = tips;
        this.colour = colour;
        this.stroke = stroke;
    }

    @Override
    public void paint(Graphics2D g) {
        g.setColor(colour);
        for (double[] tip : tips) {
            arrow(g, getXAxisScreenValue(tip[0]), getYAxisScreenValue(tip[1]));
        }
        List<Rectangle2D> taken = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            name(g, names.get(k), getXAxisScreenValue(tips[k][0]), getYAxisScreenValue(tips[k][1]), taken);
        }
    }

    private void arrow(Graphics2D g, double x, double y) {
        double x0 = getXAxisScreenValue(0);
        double y0 = getYAxisScreenValue(0);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x0, y0, x, y));

        Path2D head = new Path2D.Double();
        head.moveTo(-HEAD, -HEAD / 2);
        head.lineTo(0, 0);
        head.lineTo(-HEAD, HEAD / 2);
        AffineTransform toTip = AffineTransform.getTranslateInstance(x, y);
        toTip.rotate(x - x0, y - y0);
        g.setStroke(new BasicStroke(stroke.getLineWidth(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(toTip.createTransformedShape(head));
    }

    private void name(Graphics2D g, String name, double x, double y, List<Rectangle2D> taken) {
        TextLayout text = new TextLayout(name, Fonts.semibold(13), g.getFontRenderContext());
        Rectangle2D size = text.getBounds();
        double right = x >= getXAxisScreenValue(0) ? 1 : -1;
        double left = right > 0 ? x + GAP : x - GAP - size.getWidth();
        Rectangle2D box = new Rectangle2D.Double(left, y - size.getHeight() / 2, size.getWidth(), size.getHeight());
        while (taken.stream().anyMatch(box::intersects)) {
            box.setRect(box.getX(), box.getY() + 1, box.getWidth(), box.getHeight());
        }
        taken.add(new Rectangle2D.Double(box.getX(), box.getY() - 2, box.getWidth(), box.getHeight() + 4));
        Shape outline = text.getOutline(
                AffineTransform.getTranslateInstance(box.getX() - size.getX(), box.getY() - size.getY()));
        g.setColor(Color.WHITE);
        g.setStroke(HALO);
        g.draw(outline);
        g.setColor(colour);
        g.fill(outline);
    }
}
