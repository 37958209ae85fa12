package calculus.limitsderivatives;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calculus.limitsderivatives.Limits.Estimate;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitsTest {
    /** Numbers here are of order 1 to 10 and few: round-off stays below 1e-14. */
    private static final double TOLERANCE = 1e-12;

    /** The reference is within 4e-10 here: the difference 1 - cos x keeps six digits where x is 1/2048. */
    private static final double OF_LIMITS = 1e-8;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("extrapolate continues two values along a straight line")
    void twoValuesMakeALine() {
        assertClose(
                "extrapolate([7, 5]): value",
                3,
                Limits.extrapolate(new double[] {7, 5}).value(),
                TOLERANCE,
                "From h to h/2 the value fell by 2. How far is it from h/2 to 0?");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("extrapolate continues three values along a parabola")
    void threeValuesMakeAParabola() {
        assertClose(
                "extrapolate([9, 4.5, 3]): value",
                2,
                Limits.extrapolate(new double[] {9, 4.5, 3}).value(),
                TOLERANCE,
                "These are 2 + 3h + 4h² at 1, 1/2 and 1/4. Round 1 gives 0 and 1.5, each by half of h; in round 2 the"
                        + " error is in h², and a quarter of it is left after halving: divide by 2² - 1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the error of an estimate is its distance from the one without the last value")
    void errorIsTheLastStep() {
        Estimate estimate = Limits.extrapolate(new double[] {9, 4.5, 3});

        assertClose(
                "extrapolate([9, 4.5, 3]): error",
                2,
                estimate.error(),
                TOLERANCE,
                "Without the last value the estimate is 0, with it 2.");
        assertClose(
                "extrapolate([7, 5]): error",
                4,
                Limits.extrapolate(new double[] {7, 5}).error(),
                TOLERANCE,
                "Without the last value the estimate is 7, with it 3. A distance is never below 0.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("limit finds what formulas lead to where they have no value")
    void findsLimitsOfFormulas() {
        assertLimit("sin(x)/x", x -> Math.sin(x) / x, 0, 1);
        assertLimit("(1 + x)^(1/x)", x -> Math.pow(1 + x, 1 / x), 0, Math.E);
        assertLimit("(1 - cos(x))/x²", x -> (1 - Math.cos(x)) / (x * x), 0, 0.5);
        assertLimit("(x² - 9)/(x - 3)", x -> (x * x - 9) / (x - 3), 3, 6);
    }

    @Graded(stage = 2)
    @DisplayName("limit calls f near the point, on both sides, and never at it")
    void leavesThePointAlone() {
        List<Double> distances = new ArrayList<>();

        Limits.limit(
                x -> {
                    distances.add(x - 2);
                    return 5;
                },
                2);
        assertFalse(distances.contains(0.0), "limit(f, 2) must not call f at 2: only what is near counts.");
        assertEquals(0.125, Collections.max(distances), "the largest distance from 2 at which f was called.");
        assertEquals(-0.125, Collections.min(distances), "the largest distance below 2 at which f was called.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("there is no limit where the two sides lead to different values")
    void refusesJumps() {
        assertNoLimit("sign(x)", Math::signum, 0, "-1 on the left and 1 on the right");
        assertNoLimit("floor(x)", Math::floor, 3, "2 on the left and 3 on the right");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("there is no limit where the values do not settle")
    void refusesWhatDoesNotSettle() {
        assertNoLimit("1/x²", x -> 1 / (x * x), 0, "both sides grow without end: look at the errors of the estimates");
        assertNoLimit("cos(1/x)", x -> Math.cos(1 / x), 0, "both sides swing for ever: look at the errors too");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("there is no limit where f has no values on one side")
    void refusesOneSide() {
        assertNoLimit(
                "√x·√x",
                x -> Math.sqrt(x) * Math.sqrt(x),
                0,
                "on the left all values are NaN, and every comparison with it is false: ask what must hold, not what"
                        + " must not");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("f is continuous where its value is its limit, with a kink too")
    void continuousWhereTheValueIsTheLimit() {
        assertTrue(Limits.isContinuousAt(Math::abs, 0), "isContinuousAt(|x|, 0) must be true: a kink is no gap.");
        assertTrue(Limits.isContinuousAt(Math::exp, 2), "isContinuousAt(eˣ, 2) must be true.");
        assertFalse(Limits.isContinuousAt(Math::rint, 0.5), "isContinuousAt(rint, 0.5) must be false: it jumps.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("f is not continuous where its value is another, or none")
    void gapsAreNotContinuous() {
        assertFalse(
                Limits.isContinuousAt(x -> x == 1 ? 7 : x, 1),
                "isContinuousAt of x, but 7 at 1, must be false at 1: the limit is 1.");
        assertFalse(
                Limits.isContinuousAt(x -> Math.sin(x) / x, 0),
                "isContinuousAt(sin(x)/x, 0) must be false: the limit is 1, but there is no value.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("bisect finds a zero to the last digit, where f rises and where it falls")
    void findsZerosToTheLastDigit() {
        // The ends of the last interval are one ulp apart, and the zero is between them.
        assertClose(
                "bisect(x² - 2, 0, 2)",
                Math.sqrt(2),
                Limits.bisect(x -> x * x - 2, 0, 2),
                Math.ulp(2.0),
                "Go on until the middle is one of the ends.");
        assertClose(
                "bisect(cos, 1, 2)",
                Math.PI / 2,
                Limits.bisect(Math::cos, 1, 2),
                Math.ulp(2.0),
                "Here f falls: compare signs with the left end, not with 0.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("bisect takes a zero at an end")
    void takesZerosAtTheEnds() {
        assertClose("bisect(x - 4, 4, 10)", 4, Limits.bisect(x -> x - 4, 4, 10), 0, "f(lo) is 0 already.");
        assertClose(
                "bisect(x - 10, 4, 10)", 10, Limits.bisect(x -> x - 10, 4, 10), Math.ulp(10.0), "f(hi) is 0 already.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("bisect finds zeros of functions with tiny values")
    void findsZerosOfTinyFunctions() {
        assertClose(
                "bisect((x - 3)·1e-200, 0, 10)",
                3,
                Limits.bisect(x -> (x - 3) * 1e-200, 0, 10),
                Math.ulp(4.0),
                "The product of two such values is too small for a double and becomes 0. Compare signs.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("values must have 2 entries or more, but has 1", () -> Limits.extrapolate(new double[1]));
        assertRefused("lo must be below hi, but lo was 2.0 and hi was 1.0", () -> Limits.bisect(x -> x, 2, 1));
        assertRefused(
                "f must have opposite signs at lo and hi, but was 1.0 and 2.0", () -> Limits.bisect(x -> x, 1, 2));
    }

    private static void assertLimit(String what, DoubleUnaryOperator f, double a, double expected) {
        OptionalDouble limit = Limits.limit(f, a);
        assertTrue(limit.isPresent(), "limit of " + what + " at " + a + " must be there: both sides lead to it.");
        assertClose(
                "limit of " + what + " at " + a,
                expected,
                limit.getAsDouble(),
                OF_LIMITS,
                "Extrapolate the values; the last of them alone is not near enough.");
    }

    private static void assertNoLimit(String what, DoubleUnaryOperator f, double a, String why) {
        assertEquals(OptionalDouble.empty(), Limits.limit(f, a), "limit of " + what + " at " + a + ": " + why + ".");
    }
}
