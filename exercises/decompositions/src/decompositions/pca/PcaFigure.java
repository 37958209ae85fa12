package decompositions.pca;

import gradus.datasets.Datasets;
import gradus.datasets.Table;
import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** Iris flowers along two neighbouring components, and how much of the variance each component carries. */
public final class PcaFigure implements Figure<PcaFigure.Series> {
    private static final String STANDARDISED = "iris, standardised";
    private static final List<String> FEATURES = List.of("sepal length", "sepal width", "petal length", "petal width");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4");

    /**
     * What a PCA with all four components gave.
     *
     * @param scores (nSamples, 4) of every flower
     * @param components (4, 4)
     * @param shares (4) of the variance, in [0, 1]
     */
    public record Series(double[][] scores, double[][] components, double[] shares) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("data", "data set", List.of("iris", STANDARDISED), "iris"),
                new Range("component", "component on the x axis; the next is on the y axis", "", 1, 3, 1, 1));
    }

    @Override
    public Series series(Values values) {
        double[][] iris = flowers().numbers();
        double[][] X = isStandardised(values) ? matrix("standardise(X)", Pca.standardise(iris), iris.length) : iris;
        Pca pca = Pca.fit(X, 4);
        return new Series(
                matrix("transform(X)", pca.transform(X), X.length),
                matrix("components", pca.components(), 4),
                matrix("explainedVarianceRatio()", new double[][] {pca.explainedVarianceRatio()}, 1)[0]);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        @Nullable Series turned = reference == null ? null : turned(reference, yours);
        return new Drawing(
                "Four measurements of 150 irises, along two components",
                List.of(biplot(values, yours, turned), scree(yours, turned)),
                description(values, yours, turned));
    }

    private static XYChart biplot(Values values, Series yours, @Nullable Series reference) {
        int k = values.whole("component") - 1;
        String unit = isStandardised(values) ? "standard deviations" : "cm";
        double[][] all = reference == null ? yours.scores : stacked(yours.scores, reference.scores);
        double reach = Style.reachOfEqualUnits(Matrix.column(all, k), Matrix.column(all, k + 1));
        BigDecimal scale = BigDecimal.valueOf(0.8 * reach).round(new MathContext(1));
        XYChart chart = Style.xy(
                "Scores; arrows are the features, × " + scale.toPlainString(),
                "component " + (k + 1) + " (" + unit + ")",
                "component " + (k + 2) + " (" + unit + ")");
        Style.equalUnits(chart, reach);
        List<String> species = flowers().text("species");
        List<String> groups = species.stream().distinct().toList();
        for (int group = 0; group < groups.size(); group++) {
            String name = groups.get(group);
            double[][] scores = IntStream.range(0, species.size())
                    .filter(i -> species.get(i).equals(name))
                    .mapToObj(i -> yours.scores[i])
                    .toArray(double[][]::new);
            Style.points(chart, name, group, Matrix.column(scores, k), Matrix.column(scores, k + 1));
        }
        if (reference != null) {
            Style.referencePoints(
                    chart, "reference", Matrix.column(reference.scores, k), Matrix.column(reference.scores, k + 1));
        }
        Style.arrows(chart, FEATURES, tips(yours, k, scale.doubleValue()));
        if (reference != null) {
            Style.referenceArrows(chart, tips(reference, k, scale.doubleValue()));
        }
        return chart;
    }

    private static CategoryChart scree(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Share of the variance", "component", "share of the variance (%)");
        Style.bars(chart, "each", NUMBERS, percent(yours.shares));
        Style.line(chart, "up to here", NUMBERS, percent(cumulative(yours.shares)));
        if (reference != null) {
            Style.referenceBars(chart, "each, reference", NUMBERS, percent(reference.shares));
            Style.referenceLine(chart, "up to here, reference", NUMBERS, percent(cumulative(reference.shares)));
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int component = values.whole("component");
        String shares = percent(yours.shares).stream()
                .map(share -> String.format(Locale.ROOT, "%.2f %%", share))
                .collect(Collectors.joining(", "));
        String words = String.format(
                Locale.ROOT,
                "150 irises of three species, four measurements each%s. Left: their scores on components %d and %d,"
                        + " with an arrow for each measurement. Right: the components carry %s of the variance.",
                isStandardised(values) ? ", standardised" : "",
                component,
                component + 1,
                shares);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        double scores = largestDifference(yours.scores, reference.scores);
        double shares = largestDifference(new double[][] {yours.shares}, new double[][] {reference.shares});
        return scores < 1e-9 && shares < 1e-9
                ? "Your scores and shares agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "Your scores differ from the reference's by up to %.3g, your shares by up to %.3g.",
                        scores,
                        shares);
    }

    /** The reference with its arbitrary signs turned to yours. */
    private static Series turned(Series reference, Series yours) {
        double[][] scores = Matrix.copy(reference.scores);
        double[][] components = Matrix.copy(reference.components);
        for (int k = 0; k < components.length; k++) {
            double sign = Matrix.dot(components[k], yours.components[k]) < 0 ? -1 : 1;
            for (int j = 0; j < components[k].length; j++) {
                components[k][j] *= sign;
            }
            for (double[] score : scores) {
                score[k] *= sign;
            }
        }
        return new Series(scores, components, reference.shares);
    }

    /** Tips of one arrow per feature: what the feature counts for in two neighbouring components, enlarged. */
    private static double[][] tips(Series series, int k, double scale) {
        double[][] two = {series.components[k], series.components[k + 1]};
        return Matrix.times(scale, Matrix.transpose(two));
    }

    /** Requires of what a method returned that it can be drawn. */
    private static double[][] matrix(String name, double[][] A, int nRows) {
        Require.columns(name, A, 4);
        Require.finite(name, A);
        Require.that(A.length == nRows, "%s must have %d rows, but has %d", name, nRows, A.length);
        return A;
    }

    private static double[][] stacked(double[][] A, double[][] B) {
        return Stream.of(A, B).flatMap(Arrays::stream).toArray(double[][]::new);
    }

    private static double[] cumulative(double[] shares) {
        double[] sums = shares.clone();
        for (int k = 1; k < sums.length; k++) {
            sums[k] += sums[k - 1];
        }
        return sums;
    }

    private static List<Double> percent(double[] shares) {
        return Arrays.stream(shares).mapToObj(share -> 100 * share).toList();
    }

    private static double largestDifference(double[][] A, double[][] B) {
        double largest = 0;
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A[i].length; j++) {
                largest = Math.max(largest, Math.abs(A[i][j] - B[i][j]));
            }
        }
        return largest;
    }

    private static boolean isStandardised(Values values) {
        return values.choice("data").equals(STANDARDISED);
    }

    private static Table flowers() {
        return Datasets.table("iris/iris.csv");
    }
}
