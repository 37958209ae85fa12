package probability.bayesrule;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final double TOLERANCE = BayesTest.TOLERANCE;

    /** 80 of 100 sick people are found, and 96 of 1,000 healthy ones are alarmed. */
    private static Diagnosis study() {
        return new Diagnosis(80, 96, 20, 904);
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("sensitivity is of the sick, specificity of the healthy")
    void qualities() {
        assertClose("new Diagnosis(80, 96, 20, 904).sensitivity()", 0.8, study().sensitivity(), TOLERANCE, "80 / 100.");
        assertClose(
                "new Diagnosis(80, 96, 20, 904).specificity()", 0.904, study().specificity(), TOLERANCE, "904 / 1000.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("a positive mammogram means cancer in 7.8 % of the cases")
    void mammography() {
        // D. M. Eddy, Probabilistic reasoning in clinical medicine, in: Judgment under Uncertainty, Cambridge 1982, ch.
        // 18:
        // prevalence 1 %, sensitivity 80 %, false alarms 9.6 %. Most physicians said about 75 %.
        assertClose(
                "ppv(0.01), sensitivity 0.8, specificity 0.904",
                0.0776,
                study().ppv(0.01),
                5e-5,
                "0.01 · 0.8 = 0.008 sick, 0.99 · 0.096 = 0.095 healthy people test positive.");
        assertClose(
                "npv(0.01), sensitivity 0.8, specificity 0.904",
                0.89496 / 0.89696,
                study().npv(0.01),
                TOLERANCE,
                "0.01 · 0.2 = 0.002 sick, 0.99 · 0.904 = 0.89496 healthy people test negative.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("predictive values depend on the prevalence, not on who was in the study")
    void prevalence() {
        assertClose("ppv(0.5)", 0.8 / 0.896, study().ppv(0.5), TOLERANCE, "0.8 to 0.096.");
        assertClose("npv(0.5)", 0.904 / 1.104, study().npv(0.5), TOLERANCE, "0.904 to 0.2.");
        assertClose("ppv(1)", 1, study().ppv(1), TOLERANCE, "Where all are sick, so is who tests positive.");
        assertClose("npv(1)", 0, study().npv(1), TOLERANCE, "Where all are sick, nobody is healthy.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("two positive tests: the second begins where the first ended")
    void twoTests() {
        Diagnosis second = new Diagnosis(45, 10, 5, 190);

        // 0.01 · 0.8 · 0.9 = 0.0072 and 0.99 · 0.096 · 0.05 = 0.004752.
        assertClose(
                "bothPositive(second, 0.01), sensitivities 0.8 and 0.9, specificities 0.904 and 0.95",
                0.0072 / (0.0072 + 0.004752),
                study().bothPositive(second, 0.01),
                TOLERANCE,
                "Multiply the prior by both likelihoods.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("counts must be >= 0, but were 1, -2, 3 and 4", () -> new Diagnosis(1, -2, 3, 4));
        assertRefused("at least one of the tested must be sick, but none was", () -> new Diagnosis(0, 2, 0, 4));
        assertRefused("at least one of the tested must be healthy, but none was", () -> new Diagnosis(1, 0, 3, 0));
        assertRefused("prevalence must be in [0, 1], but was 1.5", () -> study().ppv(1.5));
        assertRefused("prevalence must be in [0, 1], but was -0.5", () -> study().npv(-0.5));
        assertRefused("prevalence must be in [0, 1], but was NaN", () -> study().bothPositive(study(), 0.0 / 0));
    }
}
