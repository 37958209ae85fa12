package optimization.constrainedlagrange;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Comparison;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import optimization.constrainedlagrange.Lagrange.Point;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A valley, a circle on which to stay, and how two methods come to the point where a contour touches it. */
public final class LagrangeFigure implements Figure<LagrangeFigure.Series> {
    private static final int N_ROUNDS = 8;
    private static final double[] MIDDLE = {1.2, 0.6};
    private static final double[] START = {-1.2, 0.9};
    private static final double FLOOR = 1e-9;

    /**
     * Where the methods went.
     *
     * @param penalised (1 + nRounds, 2) the start, then the points of penalty
     * @param augmented (1 + nRounds, 2) the start, then the points of augmented
     * @param multiplier the last one of augmented
     */
    public record Series(double[][] penalised, double[][] augmented, double multiplier) {}

    /** (x - 1.2)²/2 + 2 (y - 0.6)² where (x² + y² - r²)/2 is 0. */
    private record Valley(double radius) implements Problem {
        @Override
        public double value(double[] x) {
            return (x[0] - MIDDLE[0]) * (x[0] - MIDDLE[0]) / 2 + 2 * (x[1] - MIDDLE[1]) * (x[1] - MIDDLE[1]);
        }

        @Override
        public double[] gradient(double[] x) {
            return new double[] {x[0] - MIDDLE[0], 4 * (x[1] - MIDDLE[1])};
        }

        @Override
        public double[] constraints(double[] x) {
            return new double[] {(x[0] * x[0] + x[1] * x[1] - radius * radius) / 2};
        }

        @Override
        public double[][] jacobian(double[] x) {
            return new double[][] {{x[0], x[1]}};
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("radius", "radius of the circle", "", 0.3, 1.8, 0.05, 0.8),
                new Range("weight", "weight of the first round", "", 0.5, 20, 0.5, 8));
    }

    @Override
    public Series series(Values values) {
        Valley valley = new Valley(values.number("radius"));
        double weight = values.number("weight");
        double[] weights = IntStream.range(0, N_ROUNDS)
                .mapToDouble(k -> weight * Math.pow(2, k))
                .toArray();
        double[][] penalised = points(Lagrange.penalty(valley, START, weights));
        List<Point> rounds = Lagrange.augmented(valley, START, weight, N_ROUNDS);
        double[][] augmented = points(rounds);
        return new Series(penalised, augmented, rounds.get(N_ROUNDS - 1).multipliers()[0]);
    }

    private static double[][] points(List<Point> rounds) {
        Require.that(rounds.size() == N_ROUNDS, "there must be %d rounds, but there are %d", N_ROUNDS, rounds.size());
        double[][] points = new double[1 + N_ROUNDS][];
        points[0] = START;
        for (int k = 0; k < N_ROUNDS; k++) {
            points[k + 1] = rounds.get(k).x();
        }
        Require.columns("points", points, 2);
        Require.finite("points", points);
        return points;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "The lowest point of a circle",
                List.of(map(values, yours, reference), violations(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        Valley valley = new Valley(values.number("radius"));
        XYChart chart = Style.xy("A valley, and the circle on which to stay", "x", "y");
        Style.equalUnits(chart, 0.2, 0, 1.9);
        double[] end = yours.augmented[N_ROUNDS];
        double touching = valley.value(end);
        // One of the contours goes through the solution.
        double[] levels = DoubleStream.iterate(-0.55 * 4, shift -> shift + 0.55)
                .limit(14)
                .map(shift -> Math.pow(Math.max(0, Math.sqrt(touching) + shift), 2))
                .filter(level -> level > 0)
                .toArray();
        Style.contours(chart, (x, y) -> valley.value(new double[] {x, y}), 0.2 - 3.37, 0.2 + 3.37, -1.9, 1.9, levels);
        double[] angles =
                IntStream.rangeClosed(0, 180).mapToDouble(k -> Math.PI * k / 90).toArray();
        double radius = valley.radius;
        Style.line(
                chart,
                "circle",
                6,
                Arrays.stream(angles).map(a -> radius * Math.cos(a)).toArray(),
                Arrays.stream(angles).map(a -> radius * Math.sin(a)).toArray());
        Style.path(chart, "penalty", 1, Matrix.column(yours.penalised, 0), Matrix.column(yours.penalised, 1));
        Style.path(chart, "multipliers", 0, Matrix.column(yours.augmented, 0), Matrix.column(yours.augmented, 1));
        Style.field(chart, "gradients", 2, new double[][] {end, end}, new double[][] {
            tip(end, valley.gradient(end)), tip(end, valley.jacobian(end)[0])
        });
        if (reference != null) {
            Style.referenceLine(chart, Matrix.column(reference.augmented, 0), Matrix.column(reference.augmented, 1));
        }
        return chart;
    }

    /** The tip of an arrow along a vector, half as long as it is, but not shorter than 0.15. */
    private static double[] tip(double[] from, double[] vector) {
        double length = Matrix.norm(vector);
        return length == 0 ? from : Matrix.plus(from, Math.max(0.5, 0.15 / length), vector);
    }

    private static XYChart violations(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How far from the circle", "round", "violation |h|");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, N_ROUNDS);
        double[] rounds = IntStream.rangeClosed(0, N_ROUNDS).asDoubleStream().toArray();
        Style.path(chart, "penalty, weight doubled each round", 1, rounds, violations(values, yours.penalised));
        Style.path(chart, "multipliers", 0, rounds, violations(values, yours.augmented));
        if (reference != null) {
            Style.referenceLine(chart, rounds, violations(values, reference.penalised));
            Style.referenceLine(chart, rounds, violations(values, reference.augmented));
        }
        return chart;
    }

    private static double[] violations(Values values, double[][] points) {
        Valley valley = new Valley(values.number("radius"));
        return Arrays.stream(points)
                .mapToDouble(point -> Math.max(FLOOR, Math.abs(valley.constraints(point)[0])))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: contours of a valley around (%.1f, %.1f) and a circle of radius %s; the solution is where a contour"
                        + " touches it. Right: the violation by round. %s",
                MIDDLE[0],
                MIDDLE[1],
                values.choice("radius"),
                ends(values, yours));
        return reference == null ? words : words + " " + Comparison.of(ends(values, yours), ends(values, reference));
    }

    private static String ends(Values values, Series series) {
        return String.format(
                Locale.ROOT,
                "The method of multipliers comes to (%.4f, %.4f) with multiplier %.3f and violation %.1g, penalties alone"
                        + " to (%.4f, %.4f) with %.1g.",
                series.augmented[N_ROUNDS][0],
                series.augmented[N_ROUNDS][1],
                series.multiplier,
                violations(values, series.augmented)[N_ROUNDS],
                series.penalised[N_ROUNDS][0],
                series.penalised[N_ROUNDS][1],
                violations(values, series.penalised)[N_ROUNDS]);
    }
}
