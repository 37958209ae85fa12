package statistics.manycomparisons;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class ManyHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("samples may change places and units, and pairs their order")
    void places(RandomGenerator random) {
        double[] x = random.ints(4, -9, 10).asDoubleStream().toArray();
        double[] y = random.ints(6, -4, 15).asDoubleStream().toArray();
        double[] shiftedX = Arrays.stream(x).map(v -> 40 - 2 * v).toArray();
        double[] shiftedY = Arrays.stream(y).map(v -> 40 - 2 * v).toArray();
        double[] reversed = new double[6];
        Arrays.setAll(reversed, i -> -y[5 - i]);

        // Whole numbers of 210 ways: no rounding moves a count.
        assertClose("changed over", Permutation.exact(x, y), Permutation.exact(y, x), 1e-12, "Both sides count.");
        assertClose("units", Permutation.exact(x, y), Permutation.exact(shiftedX, shiftedY), 1e-12, "No unit.");
        assertClose("pairs", Permutation.signs(y), Permutation.signs(reversed), 1e-12, "Both sides count.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("adjusted p-values go along with their p")
    void along(RandomGenerator random) {
        double[] p = random.doubles(15).map(u -> u * u).toArray();
        double[] reversed = new double[15];
        Arrays.setAll(reversed, i -> p[14 - i]);
        for (Method method : Method.values()) {
            double[] there = Adjust.by(method, p);
            double[] back = Adjust.by(method, reversed);
            double[] turned = new double[back.length];
            Arrays.setAll(turned, i -> back[back.length - 1 - i]);

            assertClose("reversed", there, turned, 1e-14, "In the order of p.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("what is at most the level is what the procedures, as published, reject")
    void procedures(RandomGenerator random) {
        double[] p = random.doubles(20).map(u -> u * u * u).toArray();
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] holm = Adjust.holm(p);
        double[] hochberg = Adjust.benjaminiHochberg(p);
        for (double level : random.doubles(10, 0.001, 0.6).toArray()) {
            int nHolm = 0;
            while (nHolm < 20 && sorted[nHolm] <= level / (20 - nHolm)) {
                nHolm++;
            }
            int nHochberg = 20;
            while (nHochberg > 0 && sorted[nHochberg - 1] > level * nHochberg / 20) {
                nHochberg--;
            }

            assertClose("Holm", nHolm, count(holm, level), 0, "From the smallest up, until one is too large.");
            assertClose(
                    "Benjamini and Hochberg",
                    nHochberg,
                    count(hochberg, level),
                    0,
                    "All up to the last below the line.");
        }
    }

    private static long count(double[] adjusted, double level) {
        return Arrays.stream(adjusted).filter(v -> v <= level).count();
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("where there is nothing to find, both rates are the same, and where there is something everywhere 0")
    void sameRates(RandomGenerator random) {
        double[][] P = new double[50][];
        for (int k = 0; k < 50; k++) {
            P[k] = random.doubles(6).toArray();
        }
        boolean[] everywhere = new boolean[6];
        boolean[] nowhere = new boolean[6];
        Arrays.fill(nowhere, true);

        assertClose(
                "nothing to find",
                Errors.familywise(P, nowhere, Method.NONE, 0.1),
                Errors.falseDiscovery(P, nowhere, Method.NONE, 0.1),
                1e-14,
                "All that is found is false.");
        assertClose("familywise", 0, Errors.familywise(P, everywhere, Method.NONE, 0.1), 0, "Nothing is false.");
        assertClose(
                "falseDiscovery", 0, Errors.falseDiscovery(P, everywhere, Method.NONE, 0.1), 0, "Nothing is false.");
    }
}
