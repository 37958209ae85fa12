package decompositions.pca;

import gradus.datasets.Datasets;
import gradus.datasets.Table;
import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Csv;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** Samples along two neighbouring components, and how much of the variance each component carries. */
public final class PcaFigure implements Figure<PcaFigure.Series> {
    private static final String STANDARDISED = "standardised";
    private static final String AS_MEASURED = "as measured";

    /** What can be told apart in a picture. */
    private static final int MAX_FEATURES = 12;

    private static final int MAX_SAMPLES = 5_000;
    private static final int MAX_GROUPS = 6;

    /**
     * What a PCA with all components gave.
     *
     * @param scores (nSamples, nFeatures)
     * @param components (nFeatures, nFeatures)
     * @param shares (nFeatures) of the variance, in [0, 1]
     */
    public record Series(double[][] scores, double[][] components, double[] shares) {}

    /**
     * What is decomposed: iris, or a table of the user's own.
     *
     * @param X (nSamples, nFeatures)
     * @param groups (nSamples) what is drawn in one colour
     */
    private record Samples(String title, String unit, List<String> features, double[][] X, List<String> groups) {
        static Samples of(Values values) {
            String csv = values.csv("table");
            if (csv.isEmpty()) {
                Table iris = Datasets.table("iris/iris.csv");
                return new Samples(
                        "Four measurements of 150 irises",
                        "cm",
                        List.of("sepal length", "sepal width", "petal length", "petal width"),
                        iris.numbers(),
                        iris.text("species"));
            }
            Table table = Table.of("table", csv).complete();
            List<String> features = table.numericColumns();
            Require.that(
                    features.size() >= 2 && features.size() <= MAX_FEATURES,
                    "table must have 2 to %d columns of numbers, but has %d",
                    MAX_FEATURES,
                    features.size());
            Require.that(
                    table.nRows() > features.size() && table.nRows() <= MAX_SAMPLES,
                    "table must have more rows without gaps than the %d columns of numbers, at most %,d, but has %d",
                    features.size(),
                    MAX_SAMPLES,
                    table.nRows());
            return new Samples(
                    String.format(Locale.ROOT, "%d columns of %,d rows of your table", features.size(), table.nRows()),
                    "the table's units",
                    features,
                    table.numbers(),
                    groups(table));
        }

        /** The first column of few words. */
        private static List<String> groups(Table table) {
            return table.columns().stream()
                    .filter(column -> !table.numericColumns().contains(column))
                    .map(table::text)
                    .filter(texts -> texts.stream().distinct().count() <= MAX_GROUPS)
                    .findFirst()
                    .orElseGet(() -> Collections.nCopies(table.nRows(), "rows"));
        }

        int nFeatures() {
            return features.size();
        }

        List<String> numbers() {
            return IntStream.rangeClosed(1, nFeatures())
                    .mapToObj(String::valueOf)
                    .toList();
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("scale", "scale of the measurements", List.of(AS_MEASURED, STANDARDISED), AS_MEASURED),
                new Range("component", "component on the x axis; the next is on the y axis", "", 1, 3, 1, 1),
                new Csv("table", "a table of your own"));
    }

    @Override
    public void require(Values values) {
        Samples.of(values);
    }

    @Override
    public Series series(Values values) {
        Samples samples = Samples.of(values);
        int n = samples.nFeatures();
        double[][] X = isStandardised(values)
                ? matrix("standardise(X)", Pca.standardise(samples.X), samples.X.length, n)
                : samples.X;
        Pca pca = Pca.fit(X, n);
        return new Series(
                matrix("transform(X)", pca.transform(X), X.length, n),
                matrix("components", pca.components(), n, n),
                matrix("explainedVarianceRatio()", new double[][] {pca.explainedVarianceRatio()}, 1, n)[0]);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        Samples samples = Samples.of(values);
        @Nullable Series turned = reference == null ? null : turned(reference, yours);
        return new Drawing(
                samples.title + ", along two components",
                List.of(biplot(values, samples, yours, turned), scree(samples.numbers(), yours, turned)),
                description(values, samples, yours, turned));
    }

    /** The number of the component on the x axis, from 0 on: the last but one, if there are fewer than was chosen. */
    private static int component(Values values, Samples samples) {
        return Math.min(values.whole("component"), samples.nFeatures() - 1) - 1;
    }

    private static XYChart biplot(Values values, Samples samples, Series yours, @Nullable Series reference) {
        int k = component(values, samples);
        String unit = isStandardised(values) ? "standard deviations" : samples.unit;
        double[][] all = reference == null ? yours.scores : stacked(yours.scores, reference.scores);
        double reach = Style.reachOfEqualUnits(Matrix.column(all, k), Matrix.column(all, k + 1));
        BigDecimal scale = BigDecimal.valueOf(0.8 * reach).round(new MathContext(1));
        XYChart chart = Style.xy(
                "Scores; arrows are the features, × " + scale.toPlainString(),
                "component " + (k + 1) + " (" + unit + ")",
                "component " + (k + 2) + " (" + unit + ")");
        Style.equalUnits(chart, reach);
        List<String> groups = samples.groups.stream().distinct().toList();
        for (int group = 0; group < groups.size(); group++) {
            String name = groups.get(group);
            double[][] scores = IntStream.range(0, yours.scores.length)
                    .filter(i -> samples.groups.get(i).equals(name))
                    .mapToObj(i -> yours.scores[i])
                    .toArray(double[][]::new);
            Style.points(chart, name, group, Matrix.column(scores, k), Matrix.column(scores, k + 1));
        }
        if (reference != null) {
            Style.referencePoints(
                    chart, "reference", Matrix.column(reference.scores, k), Matrix.column(reference.scores, k + 1));
        }
        Style.arrows(chart, samples.features, tips(yours, k, scale.doubleValue()));
        if (reference != null) {
            Style.referenceArrows(chart, tips(reference, k, scale.doubleValue()));
        }
        return chart;
    }

    private static CategoryChart scree(List<String> numbers, Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Share of the variance", "component", "share of the variance (%)");
        Style.bars(chart, "each", numbers, percent(yours.shares));
        Style.line(chart, "up to here", numbers, percent(cumulative(yours.shares)));
        if (reference != null) {
            Style.referenceBars(chart, "each, reference", numbers, percent(reference.shares));
            Style.referenceLine(chart, "up to here, reference", numbers, percent(cumulative(reference.shares)));
        }
        return chart;
    }

    private static String description(Values values, Samples samples, Series yours, @Nullable Series reference) {
        int component = component(values, samples) + 1;
        String shares = percent(yours.shares).stream()
                .map(share -> String.format(Locale.ROOT, "%.2f %%", share))
                .collect(Collectors.joining(", "));
        String words = String.format(
                Locale.ROOT,
                "%s%s, in %d groups. Left: their scores on components %d and %d, with an arrow for each measurement."
                        + " Right: the components carry %s of the variance.",
                samples.title,
                isStandardised(values) ? ", standardised" : "",
                samples.groups.stream().distinct().count(),
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
    private static double[][] matrix(String name, double[][] A, int nRows, int nColumns) {
        Require.columns(name, A, nColumns);
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
        return values.choice("scale").equals(STANDARDISED);
    }
}
