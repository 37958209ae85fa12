package arraysandtables.dataframecore;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A named column of a table. All its values have one type, or are missing: as a text, a missing value is empty, as a
 * number it is NaN.
 *
 * <p>Source: W. McKinney, <i>Data Structures for Statistical Computing in Python</i>, Proceedings of the 9th Python in
 * Science Conference, 2010.
 */
public final class Column {
    /** What stands in a file where nobody knows the value. */
    private static final Set<String> MISSING = Set.of("", "?", "NA");

    private final String name;
    private final Type type;
    private final List<String> texts;
    private final double[] numbers;

    /**
     * Equal numbers and dates have equal texts: {@link Type#text} writes them.
     *
     * @param texts (n) empty where a value is missing
     * @param numbers (n) NaN where a value is missing, and everywhere if the type is TEXT
     */
    private Column(String name, Type type, List<String> texts, double[] numbers) {
        this.name = name;
        this.type = type;
        this.texts = texts;
        this.numbers = numbers;
    }

    /**
     * A column of numbers.
     *
     * @param values (n) NaN where one is missing
     */
    public static Column ofNumbers(String name, double... values) {
        return new Column(name, Type.NUMBER, texts(Type.NUMBER, values), values.clone());
    }

    private static List<String> texts(Type type, double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> Double.isNaN(number) ? "" : type.text(number))
                .toList();
    }

    /**
     * A column of values of a given type.
     *
     * @param texts (n) each empty, where one is missing, or fitting the type
     * @throws IllegalArgumentException if a text does not fit
     */
    public static Column ofTexts(String name, Type type, List<String> texts) {
        for (String text : texts) {
            Require.that(text.isEmpty() || type.fits(text), "column %s of %ss: '%s' is none", name, type, text);
        }
        double[] numbers = texts.stream()
                .mapToDouble(text -> type == Type.TEXT || text.isEmpty() ? Double.NaN : type.number(text))
                .toArray();
        return new Column(name, type, type == Type.TEXT ? List.copyOf(texts) : texts(type, numbers), numbers);
    }

    /**
     * A column of what stands in a file. Spaces around a value are left out; nothing, {@code ?} and {@code NA} are
     * missing values. The type is the first of NUMBER and DATE that all values fit which are not missing, or else TEXT;
     * a column of which nothing is known is TEXT.
     *
     * @param texts (n) as in the file
     */
    public static Column infer(String name, List<String> texts) {
        // begin solution: strip, empty what is missing, find the type that all others fit
        List<String> values = texts.stream()
                .map(String::strip)
                .map(text -> MISSING.contains(text) ? "" : text)
                .toList();
        List<String> known = values.stream().filter(text -> !text.isEmpty()).toList();
        Type type = Stream.of(Type.NUMBER, Type.DATE)
                .filter(it -> !known.isEmpty() && known.stream().allMatch(it::fits))
                .findFirst()
                .orElse(Type.TEXT);
        return ofTexts(name, type, values);
        // end solution
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** How many values the column has, missing ones among them. */
    public int size() {
        return texts.size();
    }

    public boolean isMissing(int row) {
        return texts.get(row).isEmpty();
    }

    /** How many values are missing. */
    public int countMissing() {
        // begin solution: count the rows whose value is missing
        return (int) IntStream.range(0, size()).filter(this::isMissing).count();
        // end solution
    }

    /** The values as texts, (size); where one is missing, an empty one. */
    public List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    /**
     * The values as numbers, dates as days since 1970-01-01.
     *
     * @return (size) NaN where one is missing
     * @throws IllegalArgumentException if the column is TEXT
     */
    public double[] numbers() {
        Require.that(type != Type.TEXT, "column %s has texts, not numbers", name);
        return numbers.clone();
    }

    /**
     * Some values of this column, in a new one.
     *
     * @param rows (n) numbers of rows in any order, any of them as often as wanted; −1 for a missing value
     * @return a column of n values, of the same name and type
     * @throws IllegalArgumentException if there is no such row
     */
    public Column take(int... rows) {
        for (int row : rows) {
            Require.between("a row", row, -1, size() - 1);
        }
        // begin solution: the texts and numbers of these rows, empty and NaN for −1, in a column of this name and type
        List<String> someTexts = IntStream.of(rows)
                .mapToObj(row -> row < 0 ? "" : texts.get(row))
                .toList();
        double[] someNumbers = IntStream.of(rows)
                .mapToDouble(row -> row < 0 ? Double.NaN : numbers[row])
                .toArray();
        return new Column(name, type, someTexts, someNumbers);
        // end solution
    }

    /**
     * Compares the values of two rows: numbers and dates by size, texts as {@link String#compareTo} does.
     *
     * @return below 0 if the value of row a comes before that of row b, 0 if they are equal, above 0 otherwise
     * @throws IllegalArgumentException if one of them is missing: it is neither before nor behind
     */
    public int compare(int a, int b) {
        Require.that(!isMissing(a) && !isMissing(b), "column %s: a missing value can't be compared", name);
        // begin solution: compare numbers, or texts
        return type == Type.TEXT ? texts.get(a).compareTo(texts.get(b)) : Double.compare(numbers[a], numbers[b]);
        // end solution
    }
}
