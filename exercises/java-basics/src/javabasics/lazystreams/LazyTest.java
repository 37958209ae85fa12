package javabasics.lazystreams;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import javabasics.csvstreams.CsvReader;
import javabasics.csvstreams.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LazyTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("iterate begins with the first element and takes a step for each further one")
    void iterateTakesSteps() {
        Iterator<Integer> powers =
                Lazy.iterate(3, bounded(x -> 2 * x, new int[1])).iterator();

        for (int expected : new int[] {3, 6, 12, 24, 48}) {
            assertTrue(powers.hasNext(), "hasNext() of iterate(3, x -> 2x) must be true: the sequence has no end.");
            assertEquals(expected, powers.next(), "elements of iterate(3, x -> 2x): 3, 6, 12, 24, 48, …");
        }
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("iterate takes no step before somebody asks for its result")
    void iterateTakesNoStepTooEarly() {
        int[] nSteps = new int[1];
        Iterator<Integer> numbers = Lazy.iterate(0, bounded(x -> x + 1, nSteps)).iterator();
        assertEquals(0, nSteps[0], "steps taken before an element was asked for.");

        numbers.next();
        assertEquals(0, nSteps[0], "steps taken for the first element: it was given.");
        numbers.next();
        assertTrue(numbers.hasNext(), "hasNext() of an endless sequence must be true.");
        numbers.next();
        assertEquals(2, nSteps[0], "steps taken for three elements; hasNext() needs none.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("map applies its function to every element, in order")
    void mapAppliesItsFunction() {
        List<String> seen = new ArrayList<>();
        for (String word : Lazy.of(List.of(3, 1, 2)).map("x"::repeat)) {
            seen.add(word);
        }

        assertEquals(List.of("xxx", "x", "xx"), seen, "elements of [3, 1, 2] mapped to as many x.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("map applies its function when an element is asked for, not before")
    void mapIsLazy() {
        List<Integer> applied = new ArrayList<>();
        Iterator<Integer> squares = Lazy.of(List.of(5, 6, 7))
                .map(x -> {
                    applied.add(x);
                    return x * x;
                })
                .iterator();
        assertEquals(List.of(), applied, "arguments of the function before an element was asked for.");

        squares.next();
        assertEquals(List.of(5), applied, "arguments of the function after one next().");
        assertTrue(squares.hasNext(), "hasNext() after one of three squares must be true.");
        assertEquals(List.of(5), applied, "arguments of the function after hasNext(): that needs no element.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("toList keeps all elements, and every loop begins anew")
    void loopsBeginAnew() {
        Lazy<Integer> doubled = Lazy.of(List.of(1, 2, 3)).map(x -> 2 * x);

        assertEquals(List.of(2, 4, 6), doubled.toList(), "toList() of [1, 2, 3] mapped to its double.");
        assertEquals(
                List.of(2, 4, 6),
                doubled.toList(),
                "toList() a second time: make the iterator when it is asked for, not with the sequence.");
        assertEquals(List.of(), Lazy.of(List.of()).toList(), "toList() of nothing.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("filter keeps the elements of which its predicate holds")
    void filterKeepsSome() {
        assertEquals(
                List.of(4, 8, 2),
                loop(Lazy.of(List.of(1, 4, 8, 3, 5, 2, 7)).filter(x -> x % 2 == 0)),
                "even ones of [1, 4, 8, 3, 5, 2, 7].");
        assertEquals(
                List.of(),
                loop(Lazy.of(List.of(1, 3)).filter(x -> x % 2 == 0)),
                "even ones of [1, 3]: hasNext() is false if none is left, even though elements are.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("hasNext of filter may be called any number of times, and next without it")
    void filterKeepsWhatItFound() {
        Iterator<Integer> even =
                Lazy.of(List.of(1, 2, 3, 4, 6)).filter(x -> x % 2 == 0).iterator();

        assertTrue(even.hasNext(), "hasNext() before 2, 4 and 6 must be true.");
        assertTrue(even.hasNext(), "hasNext() asked again must be true.");
        assertEquals(2, even.next(), "next() after hasNext() was called twice: what was found must not be lost.");
        assertEquals(4, even.next(), "next() without hasNext(): it looks by itself.");
        assertEquals(6, even.next(), "the last next().");
        assertThrows(NoSuchElementException.class, even::next, "No even number is left.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("limit gives the first n elements, and says when it is at its end")
    void limitGivesTheFirst() {
        Lazy<String> letters = Lazy.of(List.of("a", "b", "c"));
        assertEquals(List.of("a", "b"), loop(letters.limit(2)), "[a, b, c] limited to 2.");
        assertEquals(List.of("a", "b", "c"), loop(letters.limit(7)), "[a, b, c] limited to 7.");

        Iterator<String> one = letters.limit(1).iterator();
        one.next();
        assertThrows(NoSuchElementException.class, one::next, "The sequence was limited to one element.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("of a table limited to k rows, k lines are read")
    void limitReadsNoMoreRows() {
        for (int k = 0; k <= 3; k++) {
            int[] nTaken = new int[1];
            Iterator<String> lines = bounded(x -> x + 1, nTaken, 1);
            Lazy<Row> rows = Lazy.of(new CsvReader(lines, () -> {}, ','));
            assertEquals(k, loop(rows.limit(k)).size(), "rows of a table limited to " + k + ".");
            assertEquals(
                    k,
                    nTaken[0],
                    "lines read of a table limited to " + k
                            + ": look whether any is left to take before you ask hasNext().");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("filter and limit take from an endless sequence what they need")
    void takesWhatItNeeds() {
        int[] nSteps = new int[1];
        Lazy<Integer> numbers = Lazy.iterate(1, bounded(x -> x + 1, nSteps));

        assertEquals(
                List.of(7, 14, 21),
                loop(numbers.filter(x -> x % 7 == 0).limit(3)),
                "the first three multiples of 7: iterate(1, x -> x + 1), filtered, limited to 3.");
        assertEquals(20, nSteps[0], "steps to come from 1 to 21, the third multiple of 7.");
        assertEquals(
                List.of(),
                loop(numbers.limit(3).filter(x -> x % 7 == 0)),
                "the multiples of 7 among the first three numbers: here the limit comes first.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("column makes a function that takes one field of a row and strips it")
    void columnTakesAField() {
        Row row = new Row(1, List.of("39", " State-gov", " Bachelors "));

        assertEquals("Bachelors", Columns.column(2).apply(row), "column(2) of the row '39, State-gov, Bachelors '.");
        assertEquals("39", Columns.column(0).apply(row), "column(0) of that row.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("countBy counts the elements of each key, the keys in their order")
    void countsByKey() {
        Map<Integer, Long> counts =
                Lazy.of(List.of("pear", "fig", "plum", "kiwi", "date", "nut")).countBy(String::length);

        assertEquals(Map.of(3, 2L, 4, 4L), counts, "words of each length among pear, fig, plum, kiwi, date, nut.");
        assertEquals(
                List.of("a", "b", "c", "q", "z"),
                List.copyOf(Lazy.of(List.of("z", "b", "q", "c", "a", "b"))
                        .countBy(word -> word)
                        .keySet()),
                "keys of z, b, q, c, a, b counted by themselves: a TreeMap keeps its keys in order.");
        assertEquals(Map.of(), Lazy.of(List.<String>of()).countBy(word -> word), "counts of nothing.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("the census of 1994 has 32,561 adults, 10,501 of whom ended with high school")
    void adult() {
        try (CsvReader reader = CsvReader.ofDataset("adult/adult-train.csv", ',')) {
            Map<String, Long> counts = Lazy.of(reader).countBy(Columns.column(3));

            assertEquals(
                    32_561,
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    "people in adult/adult-train.csv.");
            assertEquals(16, counts.size(), "levels of education in adult/adult-train.csv.");
            assertEquals(10_501L, counts.get("HS-grad"), "people whose education is HS-grad.");
            assertEquals(413L, counts.get("Doctorate"), "people whose education is Doctorate.");
        }
    }

    @Test
    @DisplayName("a limit below 0 is refused with a useful message")
    void limitBelowZero() {
        assertRefused("n must be >= 0, but was -1", () -> Lazy.of(List.of(1)).limit(-1));
    }

    private static <T> List<T> loop(Lazy<T> elements) {
        List<T> list = new ArrayList<>();
        for (T element : elements) {
            list.add(element);
        }
        return list;
    }

    /** A function that counts its calls, and refuses the thousandth: whoever goes that far will never stop. */
    private static UnaryOperator<Integer> bounded(UnaryOperator<Integer> function, int[] nCalls) {
        return x -> {
            if (++nCalls[0] == 1000) {
                throw new IllegalStateException("999 elements were enough");
            }
            return function.apply(x);
        };
    }

    /** Lines that count how many were taken, and end with an exception instead of being endless. */
    private static Iterator<String> bounded(UnaryOperator<Integer> function, int[] nTaken, int first) {
        UnaryOperator<Integer> step = bounded(function, nTaken);
        return new Iterator<>() {
            private int line = first;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                line = step.apply(line);
                return "row," + line;
            }
        };
    }
}
