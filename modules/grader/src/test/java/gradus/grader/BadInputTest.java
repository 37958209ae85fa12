package gradus.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an editor, a generator or a prankster made. */
class BadInputTest {
    private static final String MEAN = "return sum / values.length;";

    @TempDir
    static Path folder;

    private static FixtureLab lab;

    private final Locale language = Locale.getDefault();

    @BeforeAll
    static void openLab() {
        lab = FixtureLab.copyTo(folder);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(language);
    }

    private static Outcome replaced(String with) {
        return lab.edited(text -> text.replace(MEAN, with));
    }

    private static String first(Outcome outcome) {
        return outcome.run().problems().get(0).inWords();
    }

    @Test
    void aByteOrderMarkDoesNotCount() {
        assertInstanceOf(Outcome.Passed.class, lab.edited(text -> "\uFEFF" + text));

        Outcome broken = lab.edited(text -> "\uFEFF" + text.replace("package fixtures.mean;", "package fixtures.mean"));
        assertTrue(first(broken).startsWith("Mean.java:1:22: A semicolon ; is missing"), first(broken));
    }

    @Test
    void linesMayEndAsOnWindows() {
        assertInstanceOf(Outcome.Passed.class, lab.edited(text -> text.replace("\n", "\r\n")));

        Outcome broken = lab.edited(text -> text.replace(MEAN, "return summ;").replace("\n", "\r\n"));
        assertEquals("""
                Mean.java:17:16: Java does not know summ here. Did you mean sum?
                    return summ;
                           ^""", first(broken));
    }

    @Test
    void linesMayEndAsOnceOnTheMac() {
        assertInstanceOf(Outcome.Passed.class, lab.edited(text -> text.replace("\n", "\r")));

        Outcome broken = lab.edited(text -> text.replace(MEAN, "return summ;").replace("\n", "\r"));
        assertTrue(first(broken).startsWith("Mean.java:17:16: "), first(broken));
    }

    @Test
    void tabsAreOneColumnEachAndTheCaretStandsRight() {
        Outcome broken = lab.edited(text -> text.replace("    ", "\t").replace(MEAN, "double x =\t1;\treturn\tsumm;"));

        assertEquals("""
                Mean.java:17:24: Java does not know summ here. Did you mean sum?
                    double x = 1; return summ;
                                         ^""", first(broken));
    }

    @Test
    void aMethodOfFiveThousandLinesIsGraded() {
        Outcome outcome = replaced("sum += 1; sum -= 1;\n".repeat(5_000) + MEAN);

        assertInstanceOf(Outcome.Passed.class, outcome);
    }

    @Test
    void aMethodTooLongForJavaSaysSo() {
        Outcome outcome = replaced("sum = sum * 3.14159 / 3.14159;\n".repeat(10_000) + MEAN);

        assertEquals(
                "This method is too long: Java allows 64 kB of code in one. Split it, or use a loop.",
                outcome.run().problems().get(0).message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void deepBracketsAreRefusedAndTheRestIsGraded() {
        Outcome outcome = replaced("return " + "(".repeat(50_000) + "sum" + ")".repeat(50_000) + ";");

        assertEquals(
                "Brackets are nested more than 256 deep here. Give parts of it names of their own, in variables or"
                        + " methods.",
                outcome.run().problems().get(0).message());
        assertTrue(first(outcome).length() < 500);
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aChainOfOperatorsIsRefusedAndTheRestIsGraded() {
        Outcome outcome = replaced("return " + "-+".repeat(400_000) + "sum;");

        assertEquals(
                "This statement has more than 3000 operators and brackets. Give parts of it names of their own, in variables"
                        + " or methods.",
                outcome.run().problems().get(0).message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aLongTableIsNotTooDeep() {
        assertInstanceOf(Outcome.Passed.class, replaced("double[] table = {" + "-1.5, ".repeat(5_000) + "0}; " + MEAN));
    }

    @Test
    void aChainOfConditionsIsRefusedAndTheRestIsGraded() {
        Outcome outcome = replaced("if (sum > 0) sum = 1; else ".repeat(30_000) + MEAN);

        assertEquals(
                "Statements are nested too deeply here. Put parts of this into methods of their own.",
                outcome.run().problems().get(0).message());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aTextOfAMegabyteIsToldInALine() {
        Outcome outcome = replaced("String text = \"" + "x".repeat(1_000_000) + "\"; " + MEAN);

        assertEquals(
                "This text is too long: Java allows 65535 bytes between quotes. Read it from a file.",
                outcome.run().problems().get(0).message());
        assertTrue(first(outcome).length() < 500);
        assertEquals(2, outcome.run().score());
    }

    @Test
    void numbersMayBeDoubledAsOftenAsOneLikes() {
        StringBuilder doubled = new StringBuilder("double x0 = sum;");
        for (int i = 1; i < 60; i++) {
            doubled.append("double x%d = x%d + x%d;%n".formatted(i, i - 1, i - 1));
        }
        assertInstanceOf(Outcome.Passed.class, replaced(doubled + MEAN));
    }

    @Test
    void severalClassesAndAMainAreFine() {
        assertInstanceOf(
                Outcome.Passed.class,
                lab.edited(text -> text.replace(
                                "private Mean() {}",
                                "private Mean() {}\n\n    public static void main(String[] arguments) throws Exception {\n"
                                        + "        System.out.println(System.in.read());\n    }")
                        + "\nclass Helper {}\n\ninterface Another {}\n"));
    }

    @Test
    void anErrorInAClassBesideCostsWhatUsesIt() {
        Outcome outcome = lab.edited(text -> text.replace(MEAN, "return Helper.half(2 * sum) / values.length;")
                + "\nclass Helper {\n    static double half(double x) {\n        return x / zwei;\n    }\n}\n");

        assertEquals("Helper.half(double)", outcome.run().problems().get(0).part());
        assertEquals(2, outcome.run().score());
    }

    @Test
    void aKeyboardThatIsNotThereEndsAtOnce() {
        Outcome outcome = replaced("sum += new java.util.Scanner(System.in).nextDouble(); " + MEAN);

        assertEquals("failed", outcome.word());
        assertTrue(
                outcome.run()
                        .checks()
                        .get(0)
                        .message()
                        .startsWith("Your code threw NoSuchElementException at Mean.java:17"),
                outcome.run().checks().get(0).message());
    }

    @Test
    void anExceptionWhoseWordsThrowIsCalledByItsKind() {
        for (String hostile : List.of("String toString()", "String getMessage()", "Throwable getCause()")) {
            Outcome outcome = replaced("throw new IllegalStateException(\"no\") { @Override public " + hostile
                    + " { throw new UnsupportedOperationException(); } };");

            String message = outcome.run().checks().get(0).message();
            assertEquals("failed", outcome.word());
            assertTrue(message.startsWith("Your code threw "), message);
            assertEquals(2, outcome.run().score());
        }
    }

    @Test
    void anAnonymousExceptionHasTheNameOfItsClass() {
        Outcome outcome = replaced("throw new IllegalStateException(\"no\") { };");

        assertEquals("""
                Your code threw IllegalStateException at Mean.java:17: no
                Mean.java:17  throw new IllegalStateException("no") { };""", outcome.run().checks().get(0).message());
    }

    @Test
    void aHundredMegabytesOfOutputAreCut() {
        Outcome outcome = replaced("byte[] line = new byte[1 << 20]; java.util.Arrays.fill(line, (byte) 'x');"
                + " for (int i = 0; i < 100; i++) { System.out.write(line, 0, line.length); } " + MEAN);

        assertInstanceOf(Outcome.Passed.class, outcome);
        assertTrue(
                outcome.run().printed().matches("(?s)x+\n… \\([0-9]{9} bytes in all\\)"),
                outcome.run().printed().replaceFirst("^x+", ""));
        String report = new Report(lab.room("mean"), Ink.PLAIN, false).of(outcome);
        assertTrue(report.length() < 2000, report);
    }

    @Test
    void manyLinesOfOutputLeaveTheChecksInSight() {
        Outcome outcome = replaced("for (int i = 1; i <= 1000; i++) { System.out.println(i); } " + MEAN);

        String report = new Report(lab.room("mean"), Ink.PLAIN, false).of(outcome);
        assertTrue(report.contains("\n  39\n  40\n  … and 2960 more lines.\n"), report);
    }

    @Test
    void whatTurnsTheTerminalIsNotShown() {
        Outcome outcome = replaced("String text = \"\u001b[31m\u202Eab\"; return summ\u001b;");

        String report = new Report(lab.room("mean"), Ink.PLAIN, false).of(outcome);
        assertTrue(report.contains("String text = \"?[31m?ab\"; return summ?;"), report);
        assertTrue(report.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), report);
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale.setDefault(Locale.JAPAN);

        assertEquals(
                "break outside switch or loop",
                replaced("break;").run().problems().get(0).message());
    }

    @Test
    void nothingButRubbishIsAnswered() {
        for (String rubbish :
                List.of("class", "{", "}", "hello", "\u0000\u0001", "/*", "\"", "@", "enum E {", "package")) {
            Outcome outcome = lab.edited(text -> rubbish);

            assertTrue(List.of("does-not-compile", "surface-differs").contains(outcome.word()), rubbish);
            assertEquals(0, outcome.run().score());
        }
    }
}
