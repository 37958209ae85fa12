package gradus.checks;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.opentest4j.AssertionFailedError;

/** The difference quotients of one parameter over all step sizes, none of which agrees with a derivative. */
final class Quotients {
    private static final double[] STEPS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};
    /** Positions of the steps, the most promising first: 1e-5 for doubles, 1e-3 and 1e-2 for floats. */
    private static final int[] ORDER = {3, 1, 0, 2, 4};

    private static final String NO_BLAME = "This need not be a mistake of yours.";

    private final Quotient[] all;
    private final double derivative;

    private Quotients(Quotient[] all, double derivative) {
        this.all = all;
        this.derivative = derivative;
    }

    /** Nothing if a quotient agrees with the derivative; the step sizes after it are not tried then. */
    static Optional<Quotients> against(double derivative, double tolerance, DoubleFunction<Quotient> ofStep) {
        Quotient[] all = new Quotient[STEPS.length];
        for (int s : ORDER) {
            all[s] = ofStep.apply(STEPS[s]);
            if (all[s].agrees(derivative, tolerance)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Quotients(all, derivative));
    }

    /** What is wrong in words: the derivative, or that nobody can tell. */
    AssertionFailedError failure(String subject, double tolerance, String hint) {
        int best = mostCertain();
        if (best == 0) {
            return undecided(subject, "the function is not finite near this point.");
        }
        Quotient quotient = all[best];
        Quotient longer = all[best - 1];
        if (!(Math.abs(derivative - quotient.both()) <= 2 * quotient.doubt(longer))) {
            return wrong(subject, quotient, tolerance, hint);
        } else if (quotient.isKinkBeside(longer)) {
            return undecided(
                    subject,
                    "the function has a kink here: its slope is " + Table.brief(quotient.left()) + " on the left and "
                            + Table.brief(quotient.right()) + " on the right.");
        }
        return undecided(
                subject, "difference quotients do not settle: round-off drowns them, or the function jumps here.");
    }

    /** Position of the quotient that differs least from its neighbour of the longer step; 0 if none is finite. */
    private int mostCertain() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 1; s < all.length; s++) {
            double doubt = all[s].doubt(all[s - 1]);
            if (doubt < least) {
                least = doubt;
                best = s;
            }
        }
        return best;
    }

    private AssertionFailedError wrong(String subject, Quotient quotient, double tolerance, String hint) {
        Table table = new Table("step", "quotient");
        Arrays.stream(all).forEach(each -> table.add(Table.brief(each.step()), Table.brief(each.both())));
        boolean isOne = Arrays.stream(all)
                        .map(each -> Table.brief(each.both()))
                        .distinct()
                        .count()
                == 1;
        return Comparison.failure(
                subject,
                "expected " + Table.brief(quotient.both()) + " by difference quotients but was "
                        + Numbers.text(derivative) + Numbers.explanation(derivative, tolerance),
                hint,
                isOne
                        ? "All steps from " + Table.brief(STEPS[0]) + " to " + Table.brief(STEPS[STEPS.length - 1])
                                + " give this quotient, so the derivative is wrong; it is not round-off."
                        : "The quotients settle as the step gets shorter, so the derivative is wrong; it is not round-off.\n"
                                + table);
    }

    private AssertionFailedError undecided(String subject, String why) {
        Table table = new Table("step", "left", "right", "both sides");
        Arrays.stream(all)
                .forEach(each -> table.add(
                        Table.brief(each.step()),
                        Table.brief(each.left()),
                        Table.brief(each.right()),
                        Table.brief(each.both())));
        return Comparison.failure(
                subject,
                Numbers.text(derivative) + " can be neither confirmed nor called wrong, because " + why,
                NO_BLAME,
                table.toString());
    }
}
