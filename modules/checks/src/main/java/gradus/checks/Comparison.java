package gradus.checks;

import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** Numbers held against the expected ones, and what differs in words. */
final class Comparison {
    /** What a shape that is the expected one the other way round suggests. */
    static final String SWAPPED = "Rows and columns may have changed places. ";

    private static final int MAX_ROWS = 5;

    private final String what;
    private final Numbers expected;
    private final Numbers actual;
    private final double tolerance;
    private final String hint;

    private final int size;
    private int wrong;
    private int notANumber;
    private @Nullable Entry first;
    private @Nullable Entry firstNaN;
    private @Nullable Entry firstInfinity;
    private @Nullable Entry largest;

    /** @param position number of the entry, counted row by row */
    private record Entry(int position, int i, int j, double difference) {}

    private Comparison(String what, Numbers expected, Numbers actual, double tolerance, String hint) {
        this.what = what;
        this.expected = expected;
        this.actual = actual;
        this.tolerance = tolerance;
        this.hint = hint;
        this.size = expected.size();
    }

    /** Asserts that shapes are the same and numbers close. */
    static void require(String what, Numbers expected, @Nullable Numbers actual, double tolerance, String hint) {
        Comparison comparison = ofSameShape(what, expected, actual, tolerance, hint);
        comparison.look();
        if (comparison.first != null) {
            throw comparison.failure(comparison.first);
        }
    }

    /** Asserts that shapes are the same. */
    static void requireShape(String what, Numbers expected, @Nullable Numbers actual, String hint) {
        ofSameShape(what, expected, actual, Double.NaN, hint);
    }

    private static Comparison ofSameShape(
            String what, Numbers expected, @Nullable Numbers actual, double tolerance, String hint) {
        if (actual == null) {
            throw failure(what, "expected " + expected.shape() + " but was null.", hint);
        }
        Comparison comparison = new Comparison(what, expected, actual, tolerance, hint);
        if (!actual.hasShapeOf(expected)) {
            throw failure(
                    what,
                    "expected " + expected.shape() + " but " + actual.foundShape() + ".",
                    comparison.swap() + hint);
        }
        return comparison;
    }

    static AssertionFailedError failure(String what, String finding, String hint) {
        return failure(what, finding, hint, "");
    }

    /** @param details lines that follow the first one */
    static AssertionFailedError failure(String what, String finding, String hint, String details) {
        String sentence = (what + ": " + finding + " " + hint).strip();
        return new Mismatch(details.isEmpty() ? sentence : sentence + "\n" + details, hint);
    }

    /** What the words of a wrong shape say where rows and columns changed places. */
    private String swap() {
        if (!actual.hasShapeOfTransposed(expected)) {
            return "";
        }
        return isTransposed() ? "It is the transpose. " : SWAPPED;
    }

    private boolean isTransposed() {
        for (int i = 0; i < expected.rows().length; i++) {
            for (int j = 0; j < expected.rows()[i].length; j++) {
                if (!isClose(expected.rows()[i][j], actual.rows()[j][i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isClose(double a, double b) {
        return a == b || Math.abs(a - b) <= tolerance; // infinities have no difference
    }

    private void look() {
        int position = 0;
        for (int i = 0; i < expected.rows().length; i++) {
            for (int j = 0; j < expected.rows()[i].length; j++, position++) {
                double value = actual.rows()[i][j];
                double difference = Math.abs(value - expected.rows()[i][j]);
                if (isClose(expected.rows()[i][j], value)) {
                    continue;
                }
                Entry entry = new Entry(position, i, j, difference);
                wrong++;
                first = first == null ? entry : first;
                if (Double.isNaN(value)) {
                    notANumber++;
                    firstNaN = firstNaN == null ? entry : firstNaN;
                } else if (Double.isInfinite(value)) {
                    firstInfinity = firstInfinity == null ? entry : firstInfinity;
                } else if (largest == null || difference > largest.difference) {
                    largest = entry;
                }
            }
        }
    }

    private AssertionFailedError failure(Entry entry) {
        double value = actual.rows()[entry.i][entry.j];
        String wanted = expected.text(entry.i, entry.j);
        String found = actual.text(entry.i, entry.j);
        if (wanted.equals(found)) {
            wanted = Double.toString(expected.rows()[entry.i][entry.j]);
            found = Double.toString(value);
        }
        return failure(
                what + expected.index(entry.i, entry.j),
                "expected " + wanted + " but was " + found
                        + (expected.whole() ? "." : Numbers.explanation(value, tolerance)),
                hint,
                details());
    }

    /** Nothing for a single wrong number among few. */
    private String details() {
        if (wrong == 1) {
            return size > MAX_ROWS ? "The other " + (size - 1) + " values are right." : "";
        }
        boolean onlyNaN = notANumber == wrong;
        String count = (wrong == size ? (size == 2 ? "Both" : "All " + size) : wrong + " of " + size) + " values are "
                + (onlyNaN ? "NaN." : "wrong.");
        String most = largest == null
                ? ""
                : " The largest difference is " + Table.brief(largest.difference) + " at " + at(largest) + ".";
        String nan = firstNaN == null || onlyNaN ? "" : " The first NaN is at " + at(firstNaN) + ".";
        String infinity = firstInfinity == null ? "" : " The first infinity is at " + at(firstInfinity) + ".";
        String transposed = actual.hasShapeOfTransposed(expected) && isTransposed()
                ? " These are the values of the transpose."
                : "";
        Entry centre = firstNaN != null ? firstNaN : firstInfinity != null ? firstInfinity : largest;
        return count + most + nan + infinity + transposed + (onlyNaN || centre == null ? "" : "\n" + around(centre));
    }

    private String at(Entry entry) {
        return expected.index(entry.i, entry.j);
    }

    private Table around(Entry centre) {
        int begin = Math.max(0, Math.min(centre.position - MAX_ROWS / 2, size - MAX_ROWS));
        Table table = new Table("index", "expected", "actual", "difference");
        int position = 0;
        for (int i = 0; i < expected.rows().length; i++) {
            for (int j = 0; j < expected.rows()[i].length; j++, position++) {
                if (begin <= position && position < begin + MAX_ROWS) {
                    double wanted = expected.rows()[i][j];
                    double value = actual.rows()[i][j];
                    table.add(
                            expected.index(i, j),
                            expected.brief(i, j),
                            actual.brief(i, j),
                            isClose(wanted, value) ? "right" : Table.brief(value - wanted));
                }
            }
        }
        return table;
    }
}
