package probability.randomnumbers;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Triples of a generator from a side that can be turned, and normal numbers made of the same draws. */
public final class RandomFigure implements Figure<RandomFigure.Series> {
    private static final int N_TRIPLES = 2000;
    private static final int N_BINS = 32;
    private static final double REACH = 4;
    private static final String RANDU = "RANDU";
    private static final String STANDARD = "minimal standard";
    private static final String XORSHIFT = "xorshift";

    /** At right angles to RANDU's planes, and along them; both of length 1. */
    private static final double[] ACROSS = scaled(new double[] {9, -6, 1});

    private static final double[] ALONG = scaled(new double[] {2, 3, 0});
    private static final double[] UP = scaled(new double[] {-3, 2, 39});

    /**
     * What the generator gave.
     *
     * @param triples (N_TRIPLES, 3) in [0, 1)
     * @param offPlanes largest distance from RANDU's planes
     * @param normals (3 · N_TRIPLES)
     */
    public record Series(double[][] triples, double offPlanes, double[] normals) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("generator", "generator", List.of(RANDU, STANDARD, XORSHIFT), RANDU),
                new Range("turn", "turn of the view", "°", 0, 90, 1, 0));
    }

    @Override
    public Series series(Values values) {
        int n = 3 * N_TRIPLES;
        double[] uniforms = new double[n];
        if (values.choice("generator").equals(XORSHIFT)) {
            long[] bits = Generators.xorshift(88_172_645_463_325_252L, n);
            Require.that(bits.length == n, "xorshift must give %d numbers, but gave %d", n, bits.length);
            Arrays.setAll(uniforms, i -> (bits[i] >>> 11) * 0x1p-53);
        } else {
            long m = values.choice("generator").equals(RANDU) ? 1L << 31 : (1L << 31) - 1;
            long[] numbers = Generators.congruential(m % 2 == 0 ? 65_539 : 16_807, 0, m, 20_001, n);
            Require.that(numbers.length == n, "congruential must give %d numbers, but gave %d", n, numbers.length);
            Arrays.setAll(uniforms, i -> Math.floorMod(numbers[i], m) / (double) m);
        }
        double[][] triples = new double[N_TRIPLES][];
        for (int i = 0; i < N_TRIPLES; i++) {
            triples[i] = Arrays.copyOfRange(uniforms, 3 * i, 3 * i + 3);
        }
        double[] normals = Draws.normals(uniforms);
        Require.length("normals", normals, n);
        Require.finite("normals", new double[][] {normals});
        return new Series(triples, Generators.offPlanes(triples, new int[] {9, -6, 1}), normals);
    }

    private static double[] scaled(double[] direction) {
        double length = Math.sqrt(dot(direction, direction));
        return Arrays.stream(direction).map(x -> x / length).toArray();
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Is this chance?",
                List.of(view(values, yours, reference), bell(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart view(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                N_TRIPLES + " triples of " + values.choice("generator") + ", turned by " + values.choice("turn") + "°",
                "across RANDU's planes, if not turned",
                "up");
        chart.getStyler().setMarkerSize(3);
        Style.rangeX(chart, -0.7, 1.4);
        double angle = Math.toRadians(values.number("turn"));
        Style.points(chart, "triples", 0, across(yours, angle), up(yours));
        if (reference != null && !Arrays.deepEquals(yours.triples, reference.triples)) {
            Style.referencePoints(chart, "reference", across(reference, angle), up(reference));
        }
        return chart;
    }

    private static double[] across(Series series, double angle) {
        return Arrays.stream(series.triples)
                .mapToDouble(p -> Math.cos(angle) * dot(ACROSS, p) + Math.sin(angle) * dot(ALONG, p))
                .toArray();
    }

    private static double[] up(Series series) {
        return Arrays.stream(series.triples).mapToDouble(p -> dot(UP, p)).toArray();
    }

    private static XYChart bell(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(3 * N_TRIPLES + " normal numbers from " + values.choice("generator"), "z", "density");
        Style.rangeX(chart, -REACH, REACH);
        double[] x = IntStream.range(0, N_BINS)
                .mapToDouble(k -> -REACH + 2 * REACH * (k + 0.5) / N_BINS)
                .toArray();
        Style.points(chart, "share in a bin, by its width", 0, x, shares(yours));
        Style.line(
                chart,
                "normal density",
                1,
                x,
                Arrays.stream(x)
                        .map(z -> Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI))
                        .toArray());
        if (reference != null) {
            Style.referencePoints(chart, "reference", x, shares(reference));
        }
        return chart;
    }

    private static double[] shares(Series series) {
        double[] shares = new double[N_BINS];
        for (double z : series.normals) {
            int bin = (int) Math.floor((z + REACH) / (2 * REACH) * N_BINS);
            if (bin >= 0 && bin < N_BINS) {
                shares[bin] += N_BINS / (2 * REACH * series.normals.length);
            }
        }
        return shares;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double mean = Arrays.stream(yours.normals).average().orElse(0);
        double square = Arrays.stream(yours.normals).map(z -> z * z).average().orElse(0);
        String words = String.format(
                Locale.ROOT,
                "Left: %d triples of %s in the unit cube, seen along RANDU's planes and turned by %s degrees. The values of"
                        + " 9x - 6y + z are up to %.2g away from whole numbers. Right: %d normal numbers made of the same draws,"
                        + " with mean %.3f and mean square %.3f, beside the normal density.",
                N_TRIPLES,
                values.choice("generator"),
                values.choice("turn"),
                yours.offPlanes,
                3 * N_TRIPLES,
                mean,
                square);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.deepEquals(yours.triples, reference.triples)
                && yours.offPlanes == reference.offPlanes
                && Arrays.equals(yours.normals, reference.normals);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference begins with %.6f and normal %.6f, yours with %.6f and %.6f.",
                        reference.triples[0][0],
                        reference.normals[0],
                        yours.triples[0][0],
                        yours.normals[0]);
    }
}
