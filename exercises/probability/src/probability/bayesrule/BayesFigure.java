package probability.bayesrule;

import gradus.datasets.Datasets;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** What a positive test means by prevalence and specificity, and admissions by department. */
public final class BayesFigure implements Figure<BayesFigure.Series> {
    private static final int N_POINTS = 200;

    /** False alarms in 1,000 healthy people. */
    private static final int[] FALSE_ALARMS = {1, 10, 100};

    private static final String[] SPECIFICITIES = {"99.9 %", "99 %", "90 %"};

    /**
     * What the learner's tests and tables say.
     *
     * @param values (3, N_POINTS) predictive values by prevalence, for three specificities
     * @param rates (nDepartments, 2) of men and women
     * @param together (2, 2) overall and adjusted rates of men and women
     * @param isReal whether the departments are those of Berkeley
     */
    public record Series(double[][] values, double[][] rates, double[][] together, boolean isReal) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("sensitivity", "sensitivity of the test", "%", 10, 100, 10, 80),
                new Range("largest", "largest prevalence that is drawn", "%", 5, 100, 5, 10));
    }

    @Override
    public Series series(Values values) {
        double[][] predictive = new double[FALSE_ALARMS.length][N_POINTS];
        double[] prevalence = prevalence(values);
        int found = values.whole("sensitivity");
        for (int s = 0; s < FALSE_ALARMS.length; s++) {
            Diagnosis test = new Diagnosis(found, FALSE_ALARMS[s], 100 - found, 1000 - FALSE_ALARMS[s]);
            for (int i = 0; i < N_POINTS; i++) {
                predictive[s][i] = test.ppv(prevalence[i]);
            }
        }
        boolean isReal = true;
        Simpson table;
        try {
            table = SimpsonTest.admissions(Datasets.table("r-datasets/UCBAdmissions.csv"));
        } catch (NoData e) {
            isReal = false;
            table = new Simpson(
                    new double[][] {{480, 70}, {300, 45}, {110, 190}, {90, 140}, {40, 90}, {12, 30}},
                    new double[][] {{800, 100}, {500, 70}, {330, 560}, {300, 430}, {180, 400}, {300, 420}});
        }
        double[][] rates = table.rates();
        double[] overall = table.overall();
        double[] adjusted = table.adjusted();
        Require.finite("ppv", predictive);
        Require.columns("rates", rates, 2);
        Require.length("overall", overall, 2);
        Require.length("adjusted", adjusted, 2);
        return new Series(predictive, rates, new double[][] {overall, adjusted}, isReal);
    }

    private static double[] prevalence(Values values) {
        return IntStream.rangeClosed(1, N_POINTS)
                .mapToDouble(i -> values.number("largest") / 100 * i / N_POINTS)
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What does a share say?",
                List.of(tests(values, yours, reference), admissions(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart tests(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "A positive test of sensitivity " + values.choice("sensitivity") + " %",
                "prevalence (%)",
                "sick, of those who test positive (%)");
        Style.rangeX(chart, 0, values.number("largest"));
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        double[] x = percent(prevalence(values));
        for (int s = 0; s < FALSE_ALARMS.length; s++) {
            Style.line(chart, "specificity " + SPECIFICITIES[s], s, x, percent(yours.values[s]));
        }
        for (int s = 0; s < FALSE_ALARMS.length && reference != null; s++) {
            Style.referenceLine(chart, x, percent(reference.values[s]));
        }
        return chart;
    }

    private static XYChart admissions(Series yours, @Nullable Series reference) {
        int n = yours.rates.length;
        XYChart chart = Style.xy(
                yours.isReal ? "Admissions at Berkeley, 1973" : "Admissions, made-up numbers",
                "departments A to " + (char) ('A' + n - 1) + " (1 to " + n + "), all (" + (n + 1) + "), adjusted ("
                        + (n + 2) + ")",
                "admitted (%)");
        Style.rangeX(chart, 0.5, n + 2.5);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        double[] x = IntStream.rangeClosed(1, n + 2).asDoubleStream().toArray();
        Style.backgroundLine(chart, new double[] {n + 0.5, n + 0.5}, new double[] {0, 100});
        Style.points(chart, "men", 0, x, of(yours, 0));
        Style.points(chart, "women", 1, x, of(yours, 1));
        if (reference != null) {
            Style.referencePoints(chart, "reference", x, of(reference, 0));
            Style.referencePoints(chart, "reference, women", x, of(reference, 1));
        }
        return chart;
    }

    private static double[] of(Series series, int group) {
        List<Double> shares = new ArrayList<>();
        for (double[] rates : series.rates) {
            shares.add(100 * rates[group]);
        }
        for (double[] rates : series.together) {
            shares.add(100 * rates[group]);
        }
        return shares.stream().mapToDouble(share -> share).toArray();
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        long ahead =
                Arrays.stream(yours.rates).filter(rate -> rate[1] > rate[0]).count();
        String words = String.format(
                Locale.ROOT,
                "Left: the share of sick people among those with a positive test, by prevalence. At %.1f %% it is %.1f, %.1f and"
                        + " %.1f %% with specificity 99.9, 99 and 90 %%. Right: %s: %.1f %% of the men and %.1f %% of the women"
                        + " were admitted, but in %d of %d departments more of the women; adjusted for the departments it is"
                        + " %.1f %% and %.1f %%.",
                values.number("largest") / 10,
                100 * yours.values[0][N_POINTS / 10 - 1],
                100 * yours.values[1][N_POINTS / 10 - 1],
                100 * yours.values[2][N_POINTS / 10 - 1],
                yours.isReal ? "Berkeley 1973" : "made-up numbers",
                100 * yours.together[0][0],
                100 * yours.together[0][1],
                ahead,
                yours.rates.length,
                100 * yours.together[1][0],
                100 * yours.together[1][1]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.deepEquals(yours.values, reference.values)
                && Arrays.deepEquals(yours.rates, reference.rates)
                && Arrays.deepEquals(yours.together, reference.together);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has %.1f %% with specificity 99 %%, and adjusted %.1f %% and %.1f %%.",
                        100 * reference.values[1][N_POINTS / 10 - 1],
                        100 * reference.together[1][0],
                        100 * reference.together[1][1]);
    }
}
