package calculus.gradientjacobian;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A map with gradients, and the slope in every direction at one point. */
public final class FieldsFigure implements Figure<FieldsFigure.Series> {
    private static final double REACH = 2;
    private static final double SPACING = 0.5;
    private static final double LONGEST = 0.42;
    private static final int DEGREES = 5;

    /** Maps to choose. */
    private enum Land {
        HILLS("two hills", p -> 2 * bump(p, -1.2, -0.4) + 1.4 * bump(p, 1.3, 0.6)),
        SADDLE("saddle", p -> (p[0] * p[0] - p[1] * p[1]) / 2),
        VALLEY("valley", p -> p[0] * p[0] / 8 + p[1] * p[1]);

        private final String words;
        private final ToDoubleFunction<double[]> height;

        Land(String words, ToDoubleFunction<double[]> height) {
            this.words = words;
            this.height = height;
        }

        private static double bump(double[] p, double x, double y) {
            return Math.exp(-(p[0] - x) * (p[0] - x) - (p[1] - y) * (p[1] - y));
        }

        static Land of(Values values) {
            return Arrays.stream(values())
                    .filter(land -> land.words.equals(values.choice("land")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What the room's methods gave.
     *
     * @param gradients (nPlaces, 2) on a grid
     * @param here (2) at the point
     * @param slopes (nDirections) every 5 degrees from 0 to 360
     */
    public record Series(double[][] gradients, double[] here, double[] slopes) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "land",
                        "land",
                        Arrays.stream(Land.values()).map(land -> land.words).toList(),
                        "two hills"),
                new Range("x", "where, east", "", -2, 2, 0.1, 0.1),
                new Range("y", "where, north", "", -1.5, 1.5, 0.1, -0.6));
    }

    @Override
    public Series series(Values values) {
        ToDoubleFunction<double[]> f = Land.of(values).height;
        double[] point = point(values);
        double[][] gradients =
                Arrays.stream(places()).map(place -> Fields.gradient(f, place)).toArray(double[][]::new);
        Require.columns("gradient", gradients, 2);
        Require.finite("gradient", gradients);
        double[] slopes = Arrays.stream(angles())
                .map(angle -> Fields.directionalDerivative(f, point, direction(angle)))
                .toArray();
        Require.finite("directionalDerivative", new double[][] {slopes});
        double[] here = Fields.gradient(f, point);
        Require.length("gradient", here, 2);
        return new Series(gradients, here, slopes);
    }

    private static double[] point(Values values) {
        return new double[] {values.number("x"), values.number("y")};
    }

    private static double[] angles() {
        return IntStream.rangeClosed(0, 360 / DEGREES)
                .mapToDouble(k -> k * DEGREES)
                .toArray();
    }

    private static double[] direction(double angle) {
        return new double[] {Math.cos(Math.toRadians(angle)), Math.sin(Math.toRadians(angle))};
    }

    private static double[][] places() {
        List<double[]> places = new ArrayList<>();
        for (double x = -3; x <= 3; x += SPACING) {
            for (double y = -1.5; y <= 1.5; y += SPACING) {
                places.add(new double[] {x, y});
            }
        }
        return places.toArray(double[][]::new);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Where is it steepest?",
                List.of(map(values, yours, reference), slopes(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        ToDoubleFunction<double[]> f = Land.of(values).height;
        XYChart chart = Style.xy("Contours and gradients: " + values.choice("land"), "x, east", "y, north");
        Style.equalUnits(chart, REACH);
        Style.contours(
                chart,
                (x, y) -> f.applyAsDouble(new double[] {x, y}),
                -3.5,
                3.5,
                -REACH,
                REACH,
                DoubleStream.iterate(-2, level -> level + 0.2).limit(32).toArray());
        double longest = Math.max(
                1e-9,
                Arrays.stream(yours.gradients).mapToDouble(Matrix::norm).max().orElse(1));
        Style.field(chart, "gradients", 0, places(), tips(yours.gradients, longest));
        Style.points(chart, "the point", 1, new double[] {values.number("x")}, new double[] {values.number("y")});
        if (reference != null) {
            Style.referenceField(chart, places(), tips(reference.gradients, longest));
        }
        return chart;
    }

    private static double[][] tips(double[][] gradients, double longest) {
        double[][] places = places();
        return IntStream.range(0, places.length)
                .mapToObj(k -> Matrix.plus(places[k], LONGEST / longest, gradients[k]))
                .toArray(double[][]::new);
    }

    private static XYChart slopes(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Slope at the point, by direction", "direction (degrees, 90 is north)", "slope");
        Style.rangeX(chart, 0, 360);
        double reach = 1.15
                * Math.max(0.1, Arrays.stream(yours.slopes).map(Math::abs).max().orElse(0));
        chart.getStyler().setYAxisMin(-reach).setYAxisMax(reach);
        Style.backgroundLine(chart, new double[] {0, 360}, new double[] {0, 0});
        Style.line(chart, "directional derivative", 0, angles(), yours.slopes);
        Style.points(chart, "gradient: its angle and length", 1, new double[] {angle(yours.here)}, new double[] {
            Matrix.norm(yours.here)
        });
        if (reference != null) {
            Style.referenceLine(chart, angles(), reference.slopes);
        }
        return chart;
    }

    private static double angle(double[] vector) {
        double angle = Math.toDegrees(Math.atan2(vector[1], vector[0]));
        return angle < 0 ? angle + 360 : angle;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int steepest =
                IntStream.range(0, yours.slopes.length).reduce(0, (a, b) -> yours.slopes[b] > yours.slopes[a] ? b : a);
        String words = String.format(
                Locale.ROOT,
                "Left: contours of %s with an arrow for the gradient at %d places, at right angles to the contours. Right:"
                        + " the slope at (%s, %s) in every direction, a wave that is highest at %.0f degrees with %.3f. The"
                        + " gradient there is (%.3f, %.3f): %.0f degrees, length %.3f.",
                values.choice("land"),
                yours.gradients.length,
                values.choice("x"),
                values.choice("y"),
                angles()[steepest],
                yours.slopes[steepest],
                yours.here[0],
                yours.here[1],
                angle(yours.here),
                Matrix.norm(yours.here));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.deepEquals(yours.gradients, reference.gradients)
                && Arrays.equals(yours.slopes, reference.slopes);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has the gradient (%.3f, %.3f) there, and east the slope %.3f, yours %.3f.",
                        reference.here[0],
                        reference.here[1],
                        reference.slopes[0],
                        yours.slopes[0]);
    }
}
