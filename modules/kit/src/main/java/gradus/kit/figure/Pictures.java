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
        double width = getXAxisScreenValue(1) - getXAxisScreenValue(0);
        double height = getYAxisScreenValue(0) - getYAxisScreenValue(1);
        for (int k = 0; k < shades.size(); k++) {
            double[][] cells = shades.get(k);
            double side = SHARE * Math.min(width, height);
            double cell = Math.max(1, Math.floor(side / cells.length));
            double x = Math.rint(getXAxisScreenValue(k % columns + 0.5) - cell * cells.length / 2);
            double y = Math.rint(getYAxisScreenValue(-(double) (k / columns)) + 0.04 * height);
            for (int i = 0; i < cells.length; i++) {
                for (int j = 0; j < cells[i].length; j++) {
                    g.setColor(isSigned ? Style.signed(cells[i][j]) : Style.shade(cells[i][j]));
                    g.fill(new Rectangle2D.Double(x + j * cell, y + i * cell, cell, cell));
                }
            }
            g.setColor(Style.BACKGROUND);
            g.draw(new Rectangle2D.Double(x - 0.5, y - 0.5, cell * cells.length + 1, cell * cells.length + 1));
            caption(g, captions.get(k), x + cell * cells.length / 2, y + cell * cells.length + 17);
        }
    }

    private static void caption(Graphics2D g, String words, double centre, double baseline) {
        if (words.isEmpty()) {
            return;
        }
        TextLayout text = new TextLayout(words, Fonts.regular(13), g.getFontRenderContext());
        Rectangle2D box = text.getBounds();
        g.setColor(Style.INK);
        g.fill(text.getOutline(
                AffineTransform.getTranslateInstance(centre - box.getWidth() / 2 - box.getX(), baseline)));
    }

    /** Counts in the cells of a square table, darker the larger. */
    static final class Counts extends Annotation {
        private final int[][] counts;

        Counts(int[][] counts) {
            super(false);
            this.counts = counts;
        }

        @Override
        public void paint(Graphics2D g) {
            for (int i = 0; i < counts.length; i++) {
                int sum = 0;
                for (int count : counts[i]) {
                    sum += count;
                }
                for (int j = 0; j < counts[i].length; j++) {
                    double x = getXAxisScreenValue(j - 0.5);
                    double y = getYAxisScreenValue(i - 0.5);
                    double share = sum == 0 ? 0 : (double) counts[i][j] / sum;
                    g.setColor(Style.shade(Math.sqrt(share)));
                    g.fill(new Rectangle2D.Double(
                            x + 1, y + 1, getXAxisScreenValue(j + 0.5) - x - 2, getYAxisScreenValue(i + 0.5) - y - 2));
                    if (counts[i][j] > 0) {
                        number(g, counts[i][j], share, getXAxisScreenValue(j), getYAxisScreenValue(i));
                    }
                }
            }
        }

        private static void number(Graphics2D g, int count, double share, double x, double y) {
            TextLayout text = new TextLayout(Integer.toString(count), Fonts.regular(13), g.getFontRenderContext());
            Rectangle2D box = text.getBounds();
            g.setColor(share > 0.3 ? Color.WHITE : Style.INK);
            g.fill(text.getOutline(AffineTransform.getTranslateInstance(
                    x - box.getWidth() / 2 - box.getX(), y + box.getHeight() / 2)));
        }
    }
}
