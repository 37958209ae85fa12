package gradus.kit.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Squares of shaded cells on a grid of unit squares from top left, each with words below it. */
final class Pictures extends Annotation {
    private static final double SHARE = 0.72;
    private static final double SHARE_WITHOUT_WORDS = 0.95;

    /** Cells at least so large are all of one size; smaller ones together fill the square. */
    private static final double LARGE = 4;

    private final List<double[][]> shades;
    private final List<String> captions;
    private final int columns;
    private final boolean isSigned;

    /**
     * @param shades rows of values in [0, 1], or in [-1, 1] if signed
     * @param columns pictures in a row
     */
    Pictures(List<double[][]> shades, List<String> captions, int columns, boolean isSigned) {
        super(false);
        this.shades = shades;
        this.captions = captions;
        this.columns = columns;
        this.isSigned = isSigned;
    }

    @Override
    public void paint(Graphics2D g) {
        boolean hasWords = captions.stream().anyMatch(caption -> !caption.isEmpty());
        double width = getXAxisScreenValue(1) - getXAxisScreenValue(0);
        double height = getYAxisScreenValue(0) - getYAxisScreenValue(1);
        for (int k = 0; k < shades.size(); k++) {
            double[][] cells = shades.get(k);
            double side = (hasWords ? SHARE : SHARE_WITHOUT_WORDS) * Math.min(width, height);
            double fitting = side / cells.length;
            double cell = fitting >= LARGE ? Math.floor(fitting) : fitting;
            double x = Math.rint(getXAxisScreenValue(k % columns + 0.5) - cell * cells.length / 2);
            double y = Math.rint(getYAxisScreenValue(-(double) (k / columns)) + 0.04 * height);
            for (int i = 0; i < cells.length; i++) {
                for (int j = 0; j < cells[i].length; j++) {
                    Color colour = isSigned ? Style.signed(cells[i][j]) : Style.shade(cells[i][j]);
                    if (!colour.equals(Color.WHITE)) {
                        g.setColor(colour);
                        double left = Math.rint(j * cell);
                        double top = Math.rint(i * cell);
                        g.fill(new Rectangle2D.Double(
                                x + left, y + top, Math.rint((j + 1) * cell) - left, Math.rint((i + 1) * cell) - top));
                    }
                }
            }
            g.setColor(Style.BACKGROUND);
            g.draw(new Rectangle2D.Double(x - 0.5, y - 0.5, cell * cells.length + 1, cell * cells.length + 1));
            words(g, captions.get(k), Style.INK, x + cell * cells.length / 2, y + cell * cells.length + 12);
        }
    }

    /** Words with their middle at a point. */
    static void words(Graphics2D g, String words, Color colour, double x, double y) {
        if (words.isEmpty()) {
            return;
        }
        TextLayout text = new TextLayout(words, Fonts.regular(13), g.getFontRenderContext());
        Rectangle2D box = text.getBounds();
        double height = new TextLayout("0", Fonts.regular(13), g.getFontRenderContext())
                .getBounds()
                .getHeight();
        g.setColor(colour);
        g.fill(text.getOutline(
                AffineTransform.getTranslateInstance(x - box.getWidth() / 2 - box.getX(), y + height / 2)));
    }
}
