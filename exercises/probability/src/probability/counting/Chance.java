package probability.counting;

import gradus.kit.Require;
import java.util.function.IntUnaryOperator;

/**
 * Two questions that people get wrong: birthdays and doors.
 *
 * <p>What is drawn comes from outside: {@code below.applyAsInt(n)} gives one of 0, …, n - 1, each with the same
 * probability, and never the same draw again.
 *
 * <p>Source: C. M. Grinstead and J. L. Snell, <i>Introduction to Probability</i>, 2nd ed., AMS 1997, §3.1 (birthdays)
 * and §4.1 (Monty Hall).
 */
public final class Chance {
    private static final int N_DOORS = 3;

    private Chance() {}

    /**
     * The probability that among some people at least two have the same birthday, if all days are equally likely:
     * {@code 1 - (1 - 1/d)(1 - 2/d) … (1 - (n - 1)/d)}.
     *
     * @param nPeople at least 1
     * @param nDays in a year, at least 1
     */
    public static double sharedBirthday(int nPeople, int nDays) {
        Require.that(nPeople >= 1, "nPeople must be >= 1, but was %d", nPeople);
        Require.that(nDays >= 1, "nDays must be >= 1, but was %d", nDays);
        // begin solution: the i-th person must avoid i days; with more people than days nobody can
        double allDiffer = 1;
        for (int i = 1; i < nPeople && allDiffer > 0; i++) {
            allDiffer *= 1 - (double) i / nDays;
        }
        return 1 - allDiffer;
        // end solution
    }

    /**
     * The door that the host opens: neither the one with the prize nor the one that was picked. If two are left, each
     * with probability 1/2.
     *
     * @param prize in [0, 2]
     * @param pick in [0, 2]
     * @param below draws
     * @return in [0, 2]
     */
    public static int opened(int prize, int pick, IntUnaryOperator below) {
        Require.between("prize", prize, 0, N_DOORS - 1);
        Require.between("pick", pick, 0, N_DOORS - 1);
        // begin solution: two different doors leave one, and the numbers of all doors sum to 3; else go on by 1 or 2
        // doors
        if (prize != pick) {
            return N_DOORS - prize - pick;
        }
        return (pick + 1 + below.applyAsInt(2)) % N_DOORS;
        // end solution
    }

    /**
     * Plays games with a prize behind a random door and a random pick, and keeps account.
     *
     * @param nGames at least 1
     * @param switches whether one takes the other closed door after the host has opened one
     * @param below draws
     * @return (nGames) the share won of the first, of the first two, … games
     */
    public static double[] runningShare(int nGames, boolean switches, IntUnaryOperator below) {
        Require.that(nGames >= 1, "nGames must be >= 1, but was %d", nGames);
        // begin solution: draw prize and pick, let the host open a door; the final door is the pick or the third door;
        // count
        double[] shares = new double[nGames];
        int won = 0;
        for (int game = 0; game < nGames; game++) {
            int prize = below.applyAsInt(N_DOORS);
            int pick = below.applyAsInt(N_DOORS);
            int open = opened(prize, pick, below);
            int last = switches ? N_DOORS - pick - open : pick;
            won += last == prize ? 1 : 0;
            shares[game] = (double) won / (game + 1);
        }
        return shares;
        // end solution
    }
}
