package calculus.stationarypoints;

import calculus.gradientjacobian.Fields;
import calculus.stationarypoints.Stationary.Kind;
import gradus.kit.Matrix;
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
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A map with its stationary points, and the eigenvalues that say of which kind each is. */
public final class StationaryFigure implements Figure<StationaryFigure.Series> {
    private static final double[][] DATA = {{-3}, {-2}, {-1}, {0}, {1}, {2}, {3}};
    private static final double[] HEIGHTS = {-1.1, -0.4, -0.6, 0.5, 0.4, 1.6, 1.2};
    private static final List<String> NAMES = List.of("minimum", "maximum", "saddle", "undecided");

    /** Maps to choose, how far to look from the middle, and where to draw contours. */
    private enum Land {
        HIMMELBLAU(
                "Himmelblau",
                p -> square(p[0] * p[0] + p[1] - 11) + square(p[0] + p[1] * p[1] - 7),
                4.6,
                level -> 6 * level * level),
        WAVES("sin x · sin y", p -> Math.sin(p[0]) * Math.sin(p[1]), 4, level -> -1.0625 + level / 8),
        MONKEY(
                "x³ - 3xy²",
                p -> p[0] * p[0] * p[0] - 3 * p[0] * p[1] * p[1],
                2,
                level -> (level - 10) * Math.abs(level - 10) / 8),
        COST("cost of a line", p -> Cost.mse(DATA, HEIGHTS, p), 2, level -> 0.1 + level * level / 12);

        private final String words;
        private final ToDoubleFunction<double[]> height;
        private final double reach;
        private final DoubleUnaryOperator level;

        Land(String words, ToDoubleFunction<double[]> height, double reach, DoubleUnaryOperator level) {
            this.words = words;
            this.height = height;
            this.reach = reach;
            this.level = level;
        }

        private static double square(double a) {
            return a * a;
        }

        static Land of(Values values) {
            return Arrays.stream(values())
                    .filter(land -> land.words.equals(values.choice("land")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What was found.
     *
     * @param points (nFound, 2)
     * @param kinds (nFound) ordinals of their kinds
     * @param eigenvalues (nFound, 2) largest first
     */
    public record Series(double[][] points, int[] kinds, double[][] eigenvalues) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "land",
                        "land",
                        Arrays.stream(Land.values()).map(land -> land.words).toList(),
                        "Himmelblau"),
                new Range("starts", "starts along each side", "", 1, 9, 1, 7));
    }

    @Override
    public Series series(Values values) {
        Land land = Land.of(values);
        double[][] found = Stationary.findAll(land.height, starts(land, values.whole("starts"))).stream()
                .filter(point -> point.length == 2 && Math.abs(point[1]) <= land.reach)
                .filter(point -> Math.abs(point[0]) <= 1.7 * land.reach)
                .toArray(double[][]::new);
        double[][][] hessians = Arrays.stream(found)
                .map(point -> Fields.hessian(land.height, point))
                .toArray(double[][][]::new);
        int[] kinds = Arrays.stream(hessians)
                .mapToInt(hessian -> Stationary.classify(hessian).ordinal())
                .toArray();
        double[][] eigenvalues =
                Arrays.stream(hessians).map(Stationary::eigenvalues).toArray(double[][]::new);
        if (found.length > 0) {
            Require.columns("eigenvalues", eigenvalues, 2);
            Require.finite("eigenvalues", eigenvalues);
        }
        return new Series(found, kinds, eigenvalues);
    }

    private static double[][] starts(Land land, int n) {
        return IntStream.range(0, n * n)
                .mapToObj(k -> new double[] {
                    1.5 * land.reach * ((k % n + 0.55) * 2 / n - 1), land.reach * ((k / n + 0.45) * 2 / n - 1)
                })
                .toArray(double[][]::new);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Where is it flat, and what is there?",
                List.of(map(values, yours, reference), eigenvalues(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        Land land = Land.of(values);
        boolean isCost = land == Land.COST;
        XYChart chart = Style.xy("Contours of " + land.words, isCost ? "weight" : "x", isCost ? "bias" : "y");
        Style.equalUnits(chart, land.reach);
        Style.contours(
                chart,
                (x, y) -> land.height.applyAsDouble(new double[] {x, y}),
                -1.75 * land.reach,
                1.75 * land.reach,
                -land.reach,
                land.reach,
                DoubleStream.iterate(0, k -> k + 1).limit(21).map(land.level).toArray());
        byKind(chart, yours, yours.points);
        if (reference != null && reference.points.length > 0) {
            Style.referencePoints(
                    chart, "reference", Matrix.column(reference.points, 0), Matrix.column(reference.points, 1));
        }
        return chart;
    }

    private static XYChart eigenvalues(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How it bends there", "larger eigenvalue", "smaller eigenvalue");
        double reach = 1.2
                * Math.max(
                        1,
                        Arrays.stream(yours.eigenvalues)
                                .flatMapToDouble(Arrays::stream)
                                .map(Math::abs)
                                .max()
                                .orElse(0));
        Style.rangeX(chart, -reach, reach);
        chart.getStyler().setYAxisMin(-reach).setYAxisMax(reach);
        Style.backgroundLine(chart, new double[] {-reach, reach}, new double[] {0, 0});
        Style.backgroundLine(chart, new double[] {0, 0}, new double[] {-reach, reach});
        byKind(chart, yours, yours.eigenvalues);
        if (reference != null && reference.points.length > 0) {
            Style.referencePoints(
                    chart,
                    "reference",
                    Matrix.column(reference.eigenvalues, 0),
                    Matrix.column(reference.eigenvalues, 1));
        }
        return chart;
    }

    private static void byKind(XYChart chart, Series yours, double[][] positions) {
        for (int kind = 0; kind < NAMES.size(); kind++) {
            int k = kind;
            double[][] chosen = IntStream.range(0, positions.length)
                    .filter(i -> yours.kinds[i] == k)
                    .mapToObj(i -> positions[i])
                    .toArray(double[][]::new);
            if (chosen.length > 0) {
                Style.points(chart, NAMES.get(kind), kind, Matrix.column(chosen, 0), Matrix.column(chosen, 1));
            }
        }
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: contours of %s with the stationary points that Newton's method finds from %d starts: %s. Right: the"
                        + " two eigenvalues of the Hessian at each; minima stand top right, maxima bottom left, saddles"
                        + " bottom right.",
                values.choice("land"),
                values.whole("starts") * values.whole("starts"),
                listed(yours));
        return reference == null
                ? words
                : words + " "
                        + (listed(yours).equals(listed(reference))
                                ? "The reference finds the same."
                                : "The reference finds: " + listed(reference) + ".");
    }

    private static String listed(Series series) {
        if (series.points.length == 0) {
            return "none";
        }
        return String.join(
                ", ",
                IntStream.range(0, series.points.length)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%s (%.3f, %.3f)",
                                Kind.values()[series.kinds[i]].name().toLowerCase(Locale.ROOT),
                                rounded(series.points[i][0]),
                                rounded(series.points[i][1])))
                        .toList());
    }

    /** To three digits after the point, without a minus before zeros. */
    private static double rounded(double value) {
        return Math.rint(1000 * value) / 1000 + 0.0;
    }
}
