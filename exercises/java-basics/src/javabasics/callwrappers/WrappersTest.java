package javabasics.callwrappers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javabasics.callwrappers.Wrappers.Timing;
import javabasics.csvstreams.CsvReader;
import javabasics.csvstreams.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WrappersTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("timed returns what the task returns, and reports how long it took")
    void timedReports() {
        List<Timing> timings = new ArrayList<>();
        Supplier<String> task = Wrappers.timed("load", () -> "rows", clock(1000, 1250), timings::add);

        assertEquals("rows", task.get(), "what the timed task returns.");
        assertEquals(
                List.of(new Timing("load", 250, true)),
                timings,
                "reports after one call, while the clock went from 1000 to 1250: the time after less the time before.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("timed runs nothing before it is called, and everything at each call")
    void timedRunsWhenCalled() {
        List<Timing> timings = new ArrayList<>();
        int[] nCalls = new int[1];
        Supplier<Integer> task = Wrappers.timed("count", () -> ++nCalls[0], clock(0, 5, 100, 107), timings::add);
        assertEquals(0, nCalls[0], "calls of the task before the timed one was called.");
        assertEquals(List.of(), timings, "reports before the timed task was called.");

        assertEquals(1, task.get(), "what the first call returns.");
        assertEquals(2, task.get(), "what the second call returns: each one runs the task again.");
        assertEquals(
                List.of(new Timing("count", 5, true), new Timing("count", 7, true)),
                timings,
                "reports after two calls, while the clock said 0, 5, 100, 107.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("timed reports also when the task throws, and lets it through")
    void timedReportsFailures() {
        List<Timing> timings = new ArrayList<>();
        Supplier<Integer> task = Wrappers.timed(
                "fail",
                () -> {
                    throw new ArithmeticException("of the task");
                },
                clock(10, 13),
                timings::add);

        assertThrows(ArithmeticException.class, task::get, "What the task throws is for whoever called it.");
        assertEquals(
                List.of(new Timing("fail", 3, false)),
                timings,
                "reports after a call that threw: slow failures are those one wants to know of.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("retry tries until the task returns, and then stops")
    void retriesUntilItWorks() {
        Flaky flaky = new Flaky(2);

        assertEquals("result 3", Wrappers.retry(5, flaky).get(), "retry(5, …) of a task that fails twice.");
        assertEquals(3, flaky.nCalls, "calls of a task that fails twice and then works.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("retry gives up after so many attempts, and throws what came last")
    void givesUpAfterSoManyAttempts() {
        for (int attempts : new int[] {1, 3}) {
            Flaky flaky = new Flaky(100);

            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    Wrappers.retry(attempts, flaky)::get,
                    "The task threw in all " + attempts + " attempts, and its caller must know.");
            assertEquals(attempts, flaky.nCalls, "calls of a task that always fails, with " + attempts + " attempts.");
            assertEquals("failure " + attempts, thrown.getMessage(), "the message of what the last attempt threw.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("retry counts its attempts anew in each call")
    void countsAnew() {
        Flaky flaky = new Flaky(3);
        Supplier<String> task = Wrappers.retry(2, flaky);
        assertEquals(0, flaky.nCalls, "calls of the task before the new one was called.");

        assertThrows(IllegalStateException.class, task::get, "Both attempts of the first call fail.");
        assertEquals("result 4", task.get(), "the second call: it has two attempts of its own, the second one works.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("wrappers can be put around wrappers")
    void wrappersAroundWrappers() {
        List<Timing> each = new ArrayList<>();
        Supplier<String> eachTimed =
                Wrappers.retry(3, Wrappers.timed("attempt", new Flaky(2), clock(0, 1, 10, 12, 20, 24), each::add));
        assertEquals("result 3", eachTimed.get(), "retry(3, timed(…)) of a task that fails twice.");
        assertEquals(
                List.of(
                        new Timing("attempt", 1, false),
                        new Timing("attempt", 2, false),
                        new Timing("attempt", 4, true)),
                each,
                "retry(3, timed(…)) of a task that fails twice: every attempt is timed.");

        List<Timing> all = new ArrayList<>();
        Supplier<String> allTimed = Wrappers.timed("all", Wrappers.retry(3, new Flaky(2)), clock(0, 24), all::add);
        assertEquals("result 3", allTimed.get(), "timed(retry(3, …)) of a task that fails twice.");
        assertEquals(
                List.of(new Timing("all", 24, true)), all, "timed(retry(3, …)) of such a task: all attempts together.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("line puts fields in quotes that need it, and no others")
    void linesQuoteWhatNeedsIt() {
        assertEquals(
                "1,\"Braund, Mr. Owen\",a;b,\"\",\"say \"\"hi\"\"\",\"two\nlines\"",
                CsvFile.line(List.of("1", "Braund, Mr. Owen", "a;b", "", "say \"hi\"", "two\nlines"), ','),
                "a line with a comma, nothing, quotes and a line break in its fields.");
        assertEquals(
                "Braund, Mr. Owen;\"a;b\"",
                CsvFile.line(List.of("Braund, Mr. Owen", "a;b"), ';'),
                "a line with the delimiter ';': here a comma needs no quotes.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("what is written to a file is read back, as often as one likes")
    void readsBackWhatWasWritten() {
        List<List<String>> rows = List.of(List.of("name", "age"), List.of("Åse, \"Å\"\n", "31"), List.of("", "27"));
        try (CsvFile file = CsvFile.write(rows, ',')) {
            for (int time = 1; time <= 2; time++) {
                List<List<String>> read = new ArrayList<>();
                try (CsvReader reader = file.open()) {
                    for (Row row : reader) {
                        read.add(row.fields());
                    }
                }
                assertEquals(rows, read, "rows read from the file, time " + time + ".");
            }
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the file is there until it is closed, and no longer")
    void closingDeletes() {
        CsvFile first = CsvFile.write(List.of(List.of("first")), ',');
        CsvFile second = CsvFile.write(List.of(List.of("second")), ',');
        assertTrue(first.exists(), "after write the file must exist.");

        first.close();
        assertFalse(first.exists(), "after close the file must be gone.");
        assertTrue(second.exists(), "each file is one of its own: the second must exist when the first is closed.");
        first.close();
        second.close();
    }

    @Test
    @DisplayName("no attempt at all is refused with a useful message")
    void noAttempt() {
        assertRefused("attempts must be >= 1, but was 0", () -> Wrappers.retry(0, () -> 1));
    }

    @Test
    @DisplayName("an empty file has no rows")
    void emptyFile() {
        try (CsvFile file = CsvFile.write(List.of(), ',');
                CsvReader reader = file.open()) {
            assertNull(reader.readRow());
        }
    }

    /** A clock that says the given times, one after the other. */
    private static LongSupplier clock(long... times) {
        int[] nLooks = new int[1];
        return () -> times[Math.min(nLooks[0]++, times.length - 1)];
    }

    /** A task that fails at first. */
    private static final class Flaky implements Supplier<String> {
        private final int nFailures;
        private int nCalls;

        Flaky(int nFailures) {
            this.nFailures = nFailures;
        }

        @Override
        public String get() {
            if (++nCalls <= nFailures) {
                throw new IllegalStateException("failure " + nCalls);
            }
            return "result " + nCalls;
        }
    }
}
