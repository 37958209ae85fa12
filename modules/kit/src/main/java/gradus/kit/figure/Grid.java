package gradus.kit.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A square table of numbers with names: row 0 on top, each cell the darker, the larger its number. */
final class Grid extends Annotation {
    private static final double DARK = 0.5;

    /** How much of a name stands below its column. */
    private static final int SHORT = 3;

    private final List<String> names;
    private final double[][] values;

    Grid(List<String> names, double[][] values) {
        super(false);
        this.names = List.copyOf(names);
        this.values = values;
    }

    @Override
    public void paint(Graphics2D g) {
        int n = values.length;
        double width = getXAxisScreenValue(1) - getXAxisScreenValue(0);
        double height = getYAxisScreenValue(0) - getYAxisScreenValue(1);
        double largest =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElse(1);
        for (int i = 0; i < n; i++) {
            String name = names.get(i);
            double y = getYAxisScreenValue(-i);
            Pictures.words(g, name, Style.INK, getXAxisScreenValue(-1.7), y);
            Pictures.words(
                    g,
                    name.substring(0, Math.min(SHORT, name.length())),
                    Style.INK,
                    getXAxisScreenValue(i),
                    getYAxisScreenValue(-n + 0.1));
            for (int j = 0; j < n; j++) {
                double x = getXAxisScreenValue(j);
                double share = largest > 0 ? values[i][j] / largest : 0;
                g.setColor(Style.shade(0.03 + 0.97 * share));
                g.fill(new Rectangle2D.Double(x - width / 2 + 1, y - height / 2 + 1, width - 2, height - 2));
                Color ink = share > DARK ? Color.WHITE : Style.INK;
                Pictures.words(g, String.format(Locale.ROOT, "%.2f", values[i][j]), ink, x, y);
            }
        }
    }
}
