package probability.bayesrule;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.datasets.Table;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SimpsonTest {
    private static final double TOLERANCE = BayesTest.TOLERANCE;

    /** Two treatments of mild and of severe cases: the second is better in both, and worse on the whole. */
    private static Simpson treatments() {
        return new Simpson(new double[][] {{63, 9}, {1, 45}}, new double[][] {{90, 10}, {10, 90}});
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("rates are of each group in each stratum")
    void ratesOfStrata() {
        assertClose(
                "rates() of {{63, 9}, {1, 45}} in {{90, 10}, {10, 90}}",
                new double[][] {{0.7, 0.9}, {0.1, 0.5}},
                treatments().rates(),
                TOLERANCE,
                "63/90, 9/10, 1/10 and 45/90.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("overall puts the people together, not the rates")
    void overall() {
        assertClose(
                "overall() of {{63, 9}, {1, 45}} in {{90, 10}, {10, 90}}",
                new double[] {0.64, 0.54},
                treatments().overall(),
                TOLERANCE,
                "64/100 and 54/100: the mean of the rates would be 0.4 and 0.7.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("adjusted weighs the rates by everybody in a stratum")
    void adjusted() {
        Simpson uneven = new Simpson(new double[][] {{63, 9}, {1, 45}}, new double[][] {{90, 10}, {10, 290}});

        assertClose(
                "adjusted() of {{63, 9}, {1, 45}} in {{90, 10}, {10, 290}}",
                new double[] {0.25 * 0.7 + 0.75 * 0.1, 0.25 * 0.9 + 0.75 * 45 / 290},
                uneven.adjusted(),
                TOLERANCE,
                "100 of 400 people are in the first stratum: weights 1/4 and 3/4.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("Berkeley 1973: men were admitted more often, but not once departments are taken apart")
    void berkeley() {
        Simpson admissions = admissions(Datasets.table("r-datasets/UCBAdmissions.csv"));

        // Bickel, Hammel and O'Connell 1975, and R's help page of UCBAdmissions: 44.5 % of 2,691 men, 30.4 % of 1,835
        // women.
        assertClose(
                "overall() of men and women",
                new double[] {0.4452, 0.3035},
                admissions.overall(),
                5e-5,
                "All departments.");
        assertClose(
                "rates() of men and women in departments A to F",
                new double[][] {
                    {0.6206, 0.8241},
                    {0.6304, 0.6800},
                    {0.3692, 0.3406},
                    {0.3309, 0.3493},
                    {0.2775, 0.2392},
                    {0.0590, 0.0704}
                },
                admissions.rates(),
                5e-5,
                "In four of six departments women were admitted more often.");
        // From the same 24 counts, by hand.
        assertClose(
                "adjusted() of men and women",
                new double[] {0.3873, 0.4300},
                admissions.adjusted(),
                5e-5,
                "Had both applied to the same departments, women would have been ahead.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "trials must be >= 1, but trials[0][1] was 0.0",
                () -> new Simpson(new double[][] {{0, 0}}, new double[][] {{1, 0}}));
        assertRefused(
                "successes must be in [0, trials], but successes[0][0] was 2.0",
                () -> new Simpson(new double[][] {{2, 0}}, new double[][] {{1, 1}}));
        assertRefused(
                "trials must have 1 rows, but has 2", () -> new Simpson(new double[1][1], new double[][] {{1}, {1}}));
    }

    /** Men and women in departments A to F. */
    static Simpson admissions(Table table) {
        List<String> admit = table.text("Admit");
        List<String> gender = table.text("Gender");
        List<String> department = table.text("Dept");
        double[][] frequency = table.numbers("Freq");
        double[][] admitted = new double[6][2];
        double[][] applied = new double[6][2];
        for (int row = 0; row < frequency.length; row++) {
            int i = department.get(row).charAt(0) - 'A';
            int j = gender.get(row).equals("Male") ? 0 : 1;
            applied[i][j] += frequency[row][0];
            admitted[i][j] += admit.get(row).equals("Admitted") ? frequency[row][0] : 0;
        }
        return new Simpson(admitted, applied);
    }
}
