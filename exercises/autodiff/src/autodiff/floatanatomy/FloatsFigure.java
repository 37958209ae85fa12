package autodiff.floatanatomy;

import autodiff.floatanatomy.Parts.Kind;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The distance of neighbours by magnitude, and all numbers of a tiny format. */
public final class FloatsFigure implements Figure<FloatsFigure.Series> {
    private static final int N_POINTS = 161;
    private static final double FLOOR = 1e-40;
    private static final double CEILING = 1e10;

    /**
     * What the bits gave.
     *
     * @param spacings (3, nPoints) distance of neighbours of double, float and bfloat16
     * @param normal normal numbers of the tiny format, not below 0
     * @param subnormal subnormal numbers and 0
     */
    public record Series(double[][] spacings, double[] normal, double[] subnormal) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("exponentBits", "bits of the tiny format's exponent", "", 2, 4, 1, 3),
                new Range("fractionBits", "bits of its fraction", "", 1, 4, 1, 2),
                new Range("power", "middle of the magnitudes on the left, 10 to the power of", "", -36, 8, 4, 0));
    }

    @Override
    public Series series(Values values) {
        double[][] spacings = new double[3][N_POINTS];
        double[] powers = powers(values);
        for (int k = 0; k < N_POINTS; k++) {
            double x = Math.pow(10, powers[k]);
            spacings[0][k] = Floats.ulp(x);
            spacings[1][k] = spacing(Float.floatToRawIntBits((float) x) & 0xffff_ffffL, Format.binary32());
            spacings[2][k] = spacing(Floats.toBfloat16((float) x), Format.bfloat16());
        }
        Require.finite("distances of neighbours", spacings);
        Format tiny = new Format(values.whole("exponentBits"), values.whole("fractionBits"));
        Parts[] all = IntStream.range(0, 1 << (tiny.exponentBits() + tiny.fractionBits()))
                .mapToObj(bits -> Floats.decode(bits, tiny))
                .toArray(Parts[]::new);
        return new Series(
                spacings,
                Arrays.stream(all)
                        .filter(parts -> parts.kind() == Kind.NORMAL)
                        .mapToDouble(parts -> Floats.value(parts, tiny))
                        .toArray(),
                Arrays.stream(all)
                        .filter(parts -> parts.kind() == Kind.SUBNORMAL || parts.kind() == Kind.ZERO)
                        .mapToDouble(parts -> Floats.value(parts, tiny))
                        .toArray());
    }

    private static double spacing(long bits, Format format) {
        return Floats.value(Floats.decode(bits + 1, format), format)
                - Floats.value(Floats.decode(bits, format), format);
    }

    /** Six powers of ten around the middle. */
    private static double[] powers(Values values) {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(k -> values.number("power") - 3 + 6.0 * k / (N_POINTS - 1))
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How floating-point numbers are spread",
                List.of(spacings(values, yours, reference), tiny(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart spacings(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Distance to the next number", "x = 10 to the power of", "distance");
        Style.logarithmicY(chart);
        double[] powers = powers(values);
        Style.rangeX(chart, powers[0], powers[N_POINTS - 1]);
        double least = Arrays.stream(yours.spacings[0]).min().orElse(FLOOR);
        double most = Arrays.stream(yours.spacings[2]).max().orElse(CEILING);
        chart.getStyler()
                .setYAxisMin(Math.pow(10, Math.floor(Math.log10(Math.max(1e-300, least))) - 1))
                .setYAxisMax(Math.pow(10, Math.ceil(Math.log10(Math.max(1e-290, most))) + 1));
        List<String> names = List.of("double", "float", "bfloat16");
        for (int k = 0; k < names.size(); k++) {
            Style.line(chart, names.get(k), k, powers, positive(yours.spacings[k]));
            if (reference != null) {
                Style.referenceLine(chart, powers, positive(reference.spacings[k]));
            }
        }
        return chart;
    }

    private static double[] positive(double[] distances) {
        return Arrays.stream(distances).map(d -> d > 0 ? d : Double.NaN).toArray();
    }

    private static XYChart tiny(Values values, Series yours, @Nullable Series reference) {
        double largest = Math.max(1, Arrays.stream(yours.normal).max().orElse(1));
        XYChart chart = Style.xy(
                values.choice("exponentBits") + " bits of exponent, " + values.choice("fractionBits") + " of fraction",
                "number",
                "");
        Style.rangeX(chart, 0, largest);
        chart.getStyler().setYAxisMin(-1.0).setYAxisMax(1.0).setYAxisTicksVisible(false);
        Style.backgroundLine(chart, new double[] {0, largest}, new double[] {0, 0});
        if (yours.normal.length > 0) {
            Style.points(chart, "normal", 0, yours.normal, new double[yours.normal.length]);
        }
        if (yours.subnormal.length > 0) {
            Style.points(chart, "subnormal and 0", 1, yours.subnormal, new double[yours.subnormal.length]);
        }
        if (reference != null && !Arrays.equals(reference.normal, yours.normal)) {
            double[] height = new double[reference.normal.length];
            Arrays.fill(height, 0.2);
            Style.referencePoints(chart, "reference", reference.normal, height);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int middle = N_POINTS / 2;
        String words = String.format(
                Locale.ROOT,
                "Left: the distance to the next number for magnitudes around 10 to the power of %s, in stairs of factor 2. In"
                        + " the middle it is %.2g for double, %.2g for float and %.2g for bfloat16. Right: all numbers of a"
                        + " format with %s bits of exponent and %s of fraction that are not below 0: %d normal ones up to %.6g"
                        + " and %d subnormal ones with 0, the smallest %.4g apart.",
                values.choice("power"),
                yours.spacings[0][middle],
                yours.spacings[1][middle],
                yours.spacings[2][middle],
                values.choice("exponentBits"),
                values.choice("fractionBits"),
                yours.normal.length,
                Arrays.stream(yours.normal).max().orElse(0),
                yours.subnormal.length,
                yours.subnormal.length < 2 ? 0 : yours.subnormal[1] - yours.subnormal[0]);
        if (reference == null) {
            return words;
        }
        boolean isSame = Arrays.deepEquals(reference.spacings, yours.spacings)
                && Arrays.equals(reference.normal, yours.normal)
                && Arrays.equals(reference.subnormal, yours.subnormal);
        return words
                + (isSame
                        ? " The reference has the same."
                        : String.format(
                                Locale.ROOT,
                                " The reference has distances of %.2g, %.2g and %.2g, and %d normal numbers.",
                                reference.spacings[0][middle],
                                reference.spacings[1][middle],
                                reference.spacings[2][middle],
                                reference.normal.length));
    }
}
