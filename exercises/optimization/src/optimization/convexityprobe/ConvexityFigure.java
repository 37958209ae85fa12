package optimization.convexityprobe;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Comparison;
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
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import optimization.convexityprobe.Convexity.Chord;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Points where a function bends up or down, and the chord that refutes its convexity most. */
public final class ConvexityFigure implements Figure<ConvexityFigure.Series> {
    private static final double[] PARTS = {0.25, 0.5, 0.75};
    private static final int N_LEVELS = 22;

    /** Functions to choose, with a point in the middle of the samples and the values on their contours. */
    private enum Land {
        ROSENBROCK(
                "Rosenbrock",
                p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2),
                new double[] {1, 1},
                k -> 0.5 * Math.pow(1.6, k)),
        LOGISTIC(
                "logistic loss",
                p -> Math.log1p(Math.exp(-p[0] - 2 * p[1]))
                        + Math.log1p(Math.exp(2 * p[0] - p[1]))
                        + Math.log1p(Math.exp(-p[0] + 2 * p[1])),
                new double[] {0, 0},
                k -> 1.9 + 0.03 * k * k),
        BUMP(
                "bowl with a bump",
                p -> p[0] * p[0] / 2 + p[1] * p[1] / 2 + 1.5 * Math.exp(-4 * (p[0] - 1) * (p[0] - 1) - 4 * p[1] * p[1]),
                new double[] {0, 0},
                k -> 0.02 * (k + 1) * (k + 1));

        private final String words;
        private final ToDoubleFunction<double[]> height;
        private final double[] middle;
        private final DoubleUnaryOperator level;

        Land(String words, ToDoubleFunction<double[]> height, double[] middle, DoubleUnaryOperator level) {
            this.words = words;
            this.height = height;
            this.middle = middle;
            this.level = level;
        }

        static Land of(Values values) {
            return Arrays.stream(values())
                    .filter(land -> land.words.equals(values.choice("land")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What the probes found.
     *
     * @param points (nPoints, 2)
     * @param smallest (nPoints) smallest curvature at each point
     * @param largest (nPoints) largest one
     * @param chord (2, 2) ends of the chord, or no rows
     * @param t part of the first end where f is farthest above it
     * @param excess how far
     */
    public record Series(
            double[][] points, double[] smallest, double[] largest, double[][] chord, double t, double excess) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "land",
                        "function",
                        Arrays.stream(Land.values()).map(land -> land.words).toList(),
                        "Rosenbrock"),
                new Range("reach", "how far the points lie from the middle, at most", "", 0.02, 2, 0.02, 1),
                new Range("points", "points", "", 2, 30, 1, 24));
    }

    @Override
    public Series series(Values values) {
        Land land = Land.of(values);
        double[][] points = points(land, values.number("reach"), values.whole("points"));
        double[] smallest = new double[points.length];
        double[] largest = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            Convexity.Curvature curvature = Convexity.curvature(land.height, new double[][] {points[i]});
            smallest[i] = curvature.smallest();
            largest[i] = curvature.largest();
        }
        Require.finite("curvatures", new double[][] {smallest, largest});
        Optional<Chord> found = Convexity.counterexample(land.height, points, PARTS);
        if (found.isEmpty()) {
            return new Series(points, smallest, largest, new double[0][], 0, 0);
        }
        Chord chord = found.get();
        double[][] ends = {chord.x(), chord.y()};
        Require.columns("chord", ends, 2);
        Require.finite("chord", ends);
        return new Series(points, smallest, largest, ends, chord.t(), chord.excess());
    }

    private static double[][] points(Land land, double reach, int n) {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    double length = reach * Math.sqrt(random.nextDouble());
                    double angle = 2 * Math.PI * random.nextDouble();
                    return new double[] {
                        land.middle[0] + length * Math.cos(angle), land.middle[1] + length * Math.sin(angle)
                    };
                })
                .toArray(double[][]::new);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Is there a chord below the graph?",
                List.of(map(values, yours, reference), along(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        Land land = Land.of(values);
        double reach = 1.1 * values.number("reach");
        XYChart chart = Style.xy("Contours of " + land.words, "x₁", "x₂");
        Style.equalUnits(chart, land.middle[0], land.middle[1], reach);
        Style.contours(
                chart,
                (x, y) -> land.height.applyAsDouble(new double[] {x, y}),
                land.middle[0] - 1.78 * reach,
                land.middle[0] + 1.78 * reach,
                land.middle[1] - reach,
                land.middle[1] + reach,
                DoubleStream.iterate(0, k -> k + 1)
                        .limit(N_LEVELS)
                        .map(k -> land == Land.ROSENBROCK
                                ? land.level.applyAsDouble(k) * reach * reach
                                : land.level.applyAsDouble(k))
                        .toArray());
        pointsWhere(chart, yours, "bends up", 0, i -> yours.smallest[i] >= 0);
        pointsWhere(chart, yours, "bends down somewhere", 1, i -> yours.smallest[i] < 0);
        if (yours.chord.length > 0) {
            Style.line(chart, "worst chord", 2, Matrix.column(yours.chord, 0), Matrix.column(yours.chord, 1));
        }
        if (reference != null && reference.chord.length > 0) {
            Style.referenceLine(chart, Matrix.column(reference.chord, 0), Matrix.column(reference.chord, 1));
        }
        return chart;
    }

    private static void pointsWhere(XYChart chart, Series yours, String name, int group, IntPredicate chosen) {
        double[][] points = IntStream.range(0, yours.points.length)
                .filter(chosen)
                .mapToObj(i -> yours.points[i])
                .toArray(double[][]::new);
        if (points.length > 0) {
            Style.points(chart, name, group, Matrix.column(points, 0), Matrix.column(points, 1));
        }
    }

    /** f along the worst chord; where there is none, along the line through the first two points. */
    private static XYChart along(Values values, Series yours, @Nullable Series reference) {
        Land land = Land.of(values);
        boolean isRefuted = yours.chord.length > 0;
        double[][] ends = isRefuted ? yours.chord : Arrays.copyOf(yours.points, 2);
        XYChart chart = Style.xy(
                isRefuted ? "Along the worst chord" : "No chord refutes it; along the first one",
                "part of the way",
                "f");
        double[] way = IntStream.rangeClosed(0, 100).mapToDouble(k -> k / 100.0).toArray();
        Style.rangeX(chart, 0, 1);
        Style.line(chart, "f", 0, way, heights(land, ends, way));
        Style.line(chart, "chord", 2, new double[] {0, 1}, heights(land, ends, new double[] {0, 1}));
        if (isRefuted) {
            double at = 1 - yours.t;
            double chord = yours.t * land.height.applyAsDouble(ends[0]) + at * land.height.applyAsDouble(ends[1]);
            Style.path(
                    chart,
                    String.format(Locale.ROOT, "excess %.3g", yours.excess),
                    1,
                    new double[] {at, at},
                    new double[] {chord, chord + yours.excess});
        }
        if (reference != null && reference.chord.length > 0) {
            Style.referenceLine(chart, way, heights(land, reference.chord, way));
        }
        return chart;
    }

    private static double[] heights(Land land, double[][] ends, double[] way) {
        return Arrays.stream(way)
                .map(part -> land.height.applyAsDouble(new double[] {
                    (1 - part) * ends[0][0] + part * ends[1][0], (1 - part) * ends[0][1] + part * ends[1][1]
                }))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        long down = Arrays.stream(yours.smallest).filter(value -> value < 0).count();
        String words = String.format(
                Locale.ROOT,
                "Left: contours of %s with %d points up to %s from the middle; at %d of them it bends down in some"
                        + " direction, and curvatures go from %.3g to %.3g. %s",
                values.choice("land"),
                yours.points.length,
                values.choice("reach"),
                down,
                Arrays.stream(yours.smallest).min().orElse(0),
                Arrays.stream(yours.largest).max().orElse(0),
                found(yours));
        return reference == null ? words : words + " " + Comparison.of(found(yours), found(reference));
    }

    private static String found(Series series) {
        if (series.chord.length == 0) {
            return "Right: no chord between them refutes convexity.";
        }
        return String.format(
                Locale.ROOT,
                "Right: f along the chord from (%.3g, %.3g) to (%.3g, %.3g), above which f rises by %.3g.",
                series.chord[0][0],
                series.chord[0][1],
                series.chord[1][0],
                series.chord[1][1],
                series.excess);
    }
}
