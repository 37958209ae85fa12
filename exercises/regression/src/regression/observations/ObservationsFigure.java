package regression.observations;

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
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A table with gaps: what is read of two columns, and how many rows are left of more of them. */
public final class ObservationsFigure implements Figure<ObservationsFigure.Series> {
    private static final int N_ROWS = 300;
    private static final int N_COLUMNS = 8;
    private static final String BY_CHANCE = "by chance";
    private static final String LARGER = "the larger, the likelier";
    private static final List<String> MISSING = List.of("", "?", "NA");

    /**
     * What was read.
     *
     * @param pairs (nSamples, 2) income and rent
     * @param nRows (8) rows left when the first one, two, … columns are asked for
     */
    public record Series(double[][] pairs, double[] nRows) {}

    /**
     * People who were asked for eight things.
     *
     * @param values (300, 8) what is true: income and rent in 1000 francs a year, and six answers
     * @param isMissing (300, 8) where the table has a gap
     */
    private record Survey(double[][] values, boolean[][] isMissing) {
        static Survey of(Values chosen) {
            SplittableRandom random = new SplittableRandom(7);
            double share = chosen.number("share") / 100;
            double[][] values = new double[N_ROWS][N_COLUMNS];
            boolean[][] isMissing = new boolean[N_ROWS][N_COLUMNS];
            for (int i = 0; i < N_ROWS; i++) {
                double wealth = random.nextGaussian();
                for (int j = 0; j < N_COLUMNS; j++) {
                    double noise = random.nextGaussian();
                    values[i][j] = tenths(
                            switch (j) {
                                case 0 -> 80 + 22 * wealth;
                                case 1 -> 22 + 4 * wealth + 2.5 * noise;
                                default -> 5 + 2 * noise;
                            });
                    double likelier =
                            chosen.choice("gaps").equals(LARGER) && j < 2 ? 2 / (1 + Math.exp(-3 * wealth)) : 1;
                    isMissing[i][j] = random.nextDouble() < share * likelier;
                }
            }
            return new Survey(values, isMissing);
        }

        private static double tenths(double value) {
            return Math.rint(10 * value) / 10;
        }

        String csv(char separator) {
            String between = String.valueOf(separator);
            StringBuilder csv = new StringBuilder(String.join(between, names(N_COLUMNS))).append('\n');
            for (int i = 0; i < N_ROWS; i++) {
                StringJoiner line = new StringJoiner(between);
                for (int j = 0; j < N_COLUMNS; j++) {
                    line.add(isMissing[i][j] ? MISSING.get((i + j) % MISSING.size()) : String.valueOf(values[i][j]));
                }
                csv.append(line).append('\n');
            }
            return csv.toString();
        }

        /** (nRows) true values of a column in rows whose first two answers are complete, or are not. */
        double[] column(int j, boolean complete) {
            return IntStream.range(0, N_ROWS)
                    .filter(i -> complete != (isMissing[i][0] || isMissing[i][1]))
                    .mapToDouble(i -> values[i][j])
                    .toArray();
        }

        double mean() {
            return Arrays.stream(values).mapToDouble(row -> row[0]).average().orElseThrow();
        }
    }

    private static String[] names(int n) {
        return IntStream.range(0, n)
                .mapToObj(j -> j == 0 ? "income" : j == 1 ? "rent" : "answer" + (j + 1))
                .toArray(String[]::new);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("share", "missing in each column", "%", 0, 40, 5, 15),
                new Choice("gaps", "which incomes and rents are missing", List.of(BY_CHANCE, LARGER), BY_CHANCE),
                new Choice("separator", "between the values", List.of("comma", "semicolon", "tab"), "semicolon"));
    }

    @Override
    public Series series(Values values) {
        char separator = switch (values.choice("separator")) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            default -> '\t';
        };
        String csv = Survey.of(values).csv(separator);
        double[][] pairs = Observations.read(csv, separator, names(2)).values();
        if (pairs.length > 0) {
            Require.columns("values of read(csv, separator, income, rent)", pairs, 2);
            Require.finite("values of read(csv, separator, income, rent)", pairs);
        }
        return new Series(
                pairs,
                IntStream.rangeClosed(1, N_COLUMNS)
                        .mapToDouble(
                                n -> Observations.read(csv, separator, names(n)).values().length)
                        .toArray());
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        Survey survey = Survey.of(values);
        return new Drawing(
                "What a table with gaps leaves you; " + N_ROWS + " synthetic people",
                List.of(pairs(survey, yours, reference), rows(values, yours, reference)),
                description(values, survey, yours, reference));
    }

    private static XYChart pairs(Survey survey, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Income and rent, as read", "income (1000 a year)", "rent (1000 a year)");
        double[] lost = survey.column(0, false);
        if (lost.length > 0) {
            Style.points(chart, "left out", 6, lost, survey.column(1, false));
        }
        if (yours.pairs.length > 0) {
            Style.points(chart, "read", 0, Matrix.column(yours.pairs, 0), Matrix.column(yours.pairs, 1));
        }
        double bottom =
                Arrays.stream(survey.values).mapToDouble(row -> row[1]).min().orElseThrow();
        double top =
                Arrays.stream(survey.values).mapToDouble(row -> row[1]).max().orElseThrow();
        double[] ends = {bottom, top};
        Style.backgroundLine(chart, new double[] {survey.mean(), survey.mean()}, ends);
        if (yours.pairs.length > 0) {
            double mean = mean(yours.pairs);
            Style.line(chart, "mean income read", 1, new double[] {mean, mean}, ends);
        }
        if (reference != null && reference.pairs.length > 0) {
            double mean = mean(reference.pairs);
            Style.referenceLine(chart, new double[] {mean, mean}, ends);
        }
        return chart;
    }

    private static XYChart rows(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Rows that are left", "columns asked for", "rows");
        Style.rangeX(chart, 1, N_COLUMNS);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.05 * N_ROWS);
        double[] n = IntStream.rangeClosed(1, N_COLUMNS).asDoubleStream().toArray();
        double kept = 1 - values.number("share") / 100;
        Style.backgroundLine(
                chart, n, Arrays.stream(n).map(k -> N_ROWS * Math.pow(kept, k)).toArray());
        Style.path(chart, "rows read", 0, n, yours.nRows);
        if (reference != null) {
            Style.referenceLine(chart, n, reference.nRows);
        }
        return chart;
    }

    private static double mean(double[][] pairs) {
        return Arrays.stream(Matrix.column(pairs, 0)).average().orElseThrow();
    }

    private static String description(Values values, Survey survey, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "%d synthetic people were asked for %d things, and %s %% of the answers are missing; of income and rent %s."
                        + " Left: %d of them stated income and rent; their mean income is %s, that of all is %.1f thousand a"
                        + " year. Right: asked for 1 column, %.0f rows are left; for 2, %.0f; for %d, %.0f.",
                N_ROWS,
                N_COLUMNS,
                values.choice("share"),
                values.choice("gaps"),
                yours.pairs.length,
                yours.pairs.length == 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", mean(yours.pairs)),
                survey.mean(),
                yours.nRows[0],
                yours.nRows[1],
                N_COLUMNS,
                yours.nRows[N_COLUMNS - 1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.deepEquals(yours.pairs, reference.pairs) && Arrays.equals(yours.nRows, reference.nRows)
                ? "You read what the reference reads."
                : String.format(
                        Locale.ROOT,
                        "The reference reads %d people and, for %d columns, %.0f rows.",
                        reference.pairs.length,
                        N_COLUMNS,
                        reference.nRows[N_COLUMNS - 1]);
    }
}
