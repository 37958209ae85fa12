package statistics.entropykl;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Live;
import gradus.datasets.Datasets;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final double TOLERANCE = InformationTest.TOLERANCE;

    private static final int PIECE = 200;

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("shares are counts, each with the pseudocount, by their sum")
    void counted() {
        assertClose(
                "shares(\"baAb, cab!\", \"abc\", 0)",
                new double[] {2 / 6.0, 3 / 6.0, 1 / 6.0},
                Languages.shares("baAb, cab!", "abc", 0),
                TOLERANCE,
                "Six of the ten characters are in the alphabet; A is not.");
        assertClose(
                "shares(\"baAb, cab!\", \"zabc\", 2)",
                new double[] {2 / 14.0, 4 / 14.0, 5 / 14.0, 3 / 14.0},
                Languages.shares("baAb, cab!", "zabc", 2),
                TOLERANCE,
                "Six letters and four pseudocounts of 2 are 14.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("divergences: the row is true, the column is believed")
    void pairs() {
        double[][] P = {{0.5, 0.5}, {0.75, 0.25}, {0.5, 0.5}};
        double there = Math.log(4 / 3.0) / 2;
        double back = 0.75 * Math.log(3) - Math.log(2);

        assertClose(
                "divergences({{1/2, 1/2}, {3/4, 1/4}, {1/2, 1/2}}, NATS)",
                new double[][] {{0, there, 0}, {back, 0, back}, {0, there, 0}},
                Languages.divergences(P, Unit.NATS),
                TOLERANCE,
                "Row i, column j: kl(P[i], P[j]).");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("nearest: the text is what happens, the language what is believed")
    void likeliest() {
        double[][] Q = {{0.98, 0.01, 0.01}, {0.5, 0.5, 0}, {0.3, 0.4, 0.3}, {0.3, 0.4, 0.3}};

        assertEquals(
                0, Languages.nearest(new double[] {1, 0, 0}, Q), "nearest({1, 0, 0}, Q): the first has most of it.");
        assertEquals(
                2,
                Languages.nearest(new double[] {0.49, 0.5, 0.01}, Q),
                "nearest({0.49, 0.5, 0.01}, Q): the second is near but calls the last letter impossible; of the two others"
                        + " the first.");
        assertEquals(
                2,
                Languages.nearest(new double[] {0.7, 0.15, 0.15}, Q),
                "nearest({0.7, 0.15, 0.15}, Q): kl(text, language) is 0.34, and 0.58 for language 0. The other way round"
                        + " it would be 0.");
        assertEquals(
                1,
                Languages.nearest(new double[] {1, 0}, new double[][] {{0.01, 0.99}, {0.1, 0.9}}),
                "nearest({1, 0}, {{0.01, 0.99}, {0.1, 0.9}}): 2.3 nats are less than 4.6.");
        assertEquals(
                0,
                Languages.nearest(new double[] {1, 0}, new double[][] {{0, 1}, {0, 1}}),
                "nearest({1, 0}, {{0, 1}, {0, 1}}): both are infinite, so it is the first.");
    }

    /** The two entropies were measured on the same text with another program, to 4 digits. */
    @Graded(stage = 4)
    @DisplayName("a character of Shakespeare's plays has 4.78 bits, a letter 4.19")
    void shakespeare() {
        String text = Datasets.lines("tinyshakespeare/input.txt").stream().collect(Collectors.joining("\n", "", "\n"));
        String characters = text.chars().boxed().collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(Character::toString)
                .collect(Collectors.joining());

        assertClose(
                "entropy of the 65 characters (bits)",
                4.7794,
                Information.entropy(Languages.shares(text, characters, 0), Unit.BITS),
                5.1e-5,
                "Shares of all characters, blanks and line ends too.");
        assertClose(
                "entropy of the letters a to z (bits)",
                4.1945,
                Information.entropy(
                        Languages.shares(text.toLowerCase(Locale.ROOT), "abcdefghijklmnopqrstuvwxyz", 0), Unit.BITS),
                5.1e-5,
                "Shares of the letters alone.");
    }

    /**
     * The reference is right for 287 of 297 pieces; 9 of the 10 others are Danish taken for Norwegian or the reverse.
     */
    @Graded(stage = 4, points = 2)
    @DisplayName("200 characters tell twelve languages apart")
    void declaration(Live live) {
        String[] texts = new String[12];
        double[][] learned = new double[12][];
        for (int i = 0; i < 12; i++) {
            texts[i] = Language.values()[i].declaration();
            learned[i] = Languages.shares(texts[i].substring(0, texts[i].length() / 2), Language.LETTERS, 1);
        }
        int right = 0;
        int pieces = 0;
        for (int i = 0; i < 12; i++) {
            String text = texts[i];
            for (int at = text.length() / 2; at + PIECE <= text.length(); at += PIECE) {
                double[] shares = Languages.shares(text.substring(at, at + PIECE), Language.LETTERS, 0);
                right += Languages.nearest(shares, learned) == i ? 1 : 0;
                pieces++;
            }
        }
        live.note(right + " of " + pieces + " pieces of " + PIECE + " characters are taken for the right language.");

        assertTrue(
                right >= 0.95 * pieces,
                "Of " + pieces + " pieces " + right + " are taken for the right language; 95 % should be. Learn with a"
                        + " pseudocount, and believe in the language.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("pseudocount must be >= 0, but was -1.0", () -> Languages.shares("a", "ab", -1));
        assertRefused("text must have a letter of the alphabet, but has none", () -> Languages.shares("A!", "ab", 1));
        assertRefused(
                "P must have at least 1 row, but is empty", () -> Languages.divergences(new double[0][], Unit.BITS));
        assertRefused(
                "Q must have 2 columns, but has 3", () -> Languages.nearest(new double[] {1, 0}, new double[1][3]));
    }
}
