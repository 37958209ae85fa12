package probability.counting;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChanceTest {
    static final int N_GAMES = 2000;

    /**
     * Five standard errors of the share won of 2,000 games, if a game is won with probability 1/3 or 2/3: {@code 5
     * √(1/3 · 2/3 / 2000) = 0.0527}. A right player is further away once in 1.7 million runs; one who wins half of the
     * games is 16 standard errors away.
     */
    static final double FIVE_ERRORS = 5 * Math.sqrt(2 / 9.0 / N_GAMES);

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("23 people share a birthday with probability 0.5073")
    void twentyThree() {
        // R. von Mises, Über Aufteilungs- und Besetzungswahrscheinlichkeiten, 1939; Grinstead and Snell, table 3.1.
        assertClose(
                "sharedBirthday(23, 365)",
                0.5072972343,
                Chance.sharedBirthday(23, 365),
                1e-10,
                "1 - 364/365 · 363/365 · …");
        assertClose(
                "sharedBirthday(22, 365)",
                0.4756953077,
                Chance.sharedBirthday(22, 365),
                1e-10,
                "1 - 364/365 · 363/365 · …");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("sharedBirthday is right at its ends")
    void ends() {
        assertClose("sharedBirthday(1, 365)", 0, Chance.sharedBirthday(1, 365), 1e-15, "Nobody to share it with.");
        assertClose("sharedBirthday(2, 4)", 0.25, Chance.sharedBirthday(2, 4), 1e-15, "The second hits one of four.");
        assertClose("sharedBirthday(4, 4)", 1 - 24 / 256.0, Chance.sharedBirthday(4, 4), 1e-15, "1 - 3/4 · 2/4 · 1/4.");
        assertClose("sharedBirthday(5, 4)", 1, Chance.sharedBirthday(5, 4), 1e-15, "Five people, four days.");
        assertClose("sharedBirthday(7, 4)", 1, Chance.sharedBirthday(7, 4), 1e-15, "Seven people, four days.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("the host opens neither the prize nor the pick")
    void neither(RandomGenerator random) {
        for (int prize = 0; prize < 3; prize++) {
            for (int pick = 0; pick < 3; pick++) {
                int open = Chance.opened(prize, pick, random::nextInt);

                assertTrue(
                        open >= 0 && open < 3 && open != prize && open != pick,
                        "opened(" + prize + ", " + pick + "): the host opened door " + open
                                + ", but must open another one than these two.");
            }
        }
    }

    /**
     * Of 1,000 openings with two doors to choose from, 500 are expected to be the lower one, with standard deviation
     * {@code √(1000 · 1/2 · 1/2) = 15.8}. Five of them are 79: beyond that once in 1.7 million runs.
     */
    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("where the host may choose, both doors are equally likely")
    void fairHost(RandomGenerator random) {
        int[] openings = new int[3];
        for (int k = 0; k < 1000; k++) {
            openings[Math.floorMod(Chance.opened(1, 1, random::nextInt), 3)]++;
        }

        assertEquals(0, openings[1], "opened(1, 1) 1000 times: door 1 was picked and must stay closed.");
        assertClose("how often opened(1, 1) is 0, of 1000", 500, openings[0], 79, "Doors 0 and 2: draw one of two.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("who switches wins two games of three, who stays one")
    void twoThirds(RandomGenerator random) {
        // S. Selvin, A Problem in Probability, The American Statistician 29, 1975.
        assertClose(
                "share won of 2000 games with switching",
                2 / 3.0,
                last(Chance.runningShare(N_GAMES, true, random::nextInt)),
                FIVE_ERRORS,
                "The other closed door has the prize whenever the first pick was wrong.");
        assertClose(
                "share won of 2000 games without switching",
                1 / 3.0,
                last(Chance.runningShare(N_GAMES, false, random::nextInt)),
                FIVE_ERRORS,
                "The first pick is right in one game of three, whatever happens later.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("runningShare has the share of all games up to each")
    void running(RandomGenerator random) {
        double[] shares = Chance.runningShare(50, true, random::nextInt);
        assertEquals(50, shares.length, "runningShare(50, …).length: one share after each game.");
        double won = 0;
        for (int game = 1; game <= 50; game++) {
            double now = shares[game - 1] * game;
            double more = now - won;
            assertTrue(
                    Math.abs(more) < 1e-9 || Math.abs(more - 1) < 1e-9,
                    "runningShare: after game " + game + " the share times " + game + " is " + now + ", before it was "
                            + won + " games won. A game adds 0 or 1.");
            won = now;
        }
        // Forty times a first game: none won has probability (1/3)⁴⁰, which is 8e-20.
        double firstGames = 0;
        for (int k = 0; k < 40; k++) {
            double[] one = Chance.runningShare(1, true, random::nextInt);
            assertEquals(1, one.length, "runningShare(1, …).length: one share after each game.");
            firstGames += one[0];
        }
        assertTrue(firstGames > 0, "runningShare(1, true, …), 40 times: the first game counts, too, and some are won.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("nPeople must be >= 1, but was 0", () -> Chance.sharedBirthday(0, 365));
        assertRefused("nDays must be >= 1, but was 0", () -> Chance.sharedBirthday(2, 0));
        assertRefused("prize must be in [0, 2], but was 3", () -> Chance.opened(3, 0, n -> 0));
        assertRefused("pick must be in [0, 2], but was -1", () -> Chance.opened(0, -1, n -> 0));
        assertRefused("nGames must be >= 1, but was 0", () -> Chance.runningShare(0, true, n -> 0));
    }

    private static double last(double[] shares) {
        assertEquals(N_GAMES, shares.length, "runningShare(2000, …).length: one share after each game.");
        return shares[N_GAMES - 1];
    }
}
