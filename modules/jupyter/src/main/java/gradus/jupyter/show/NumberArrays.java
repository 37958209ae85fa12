package gradus.jupyter.show;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Arrays of numbers, of one or two dimensions. */
final class NumberArrays {
    private static final int WIDTH = 16;

    private NumberArrays() {}

    /** Whether a value is an array of numbers, of one or two dimensions. */
    static boolean knows(Object value) {
        Class<?> part = value.getClass().getComponentType();
        Class<?> element = part != null && part.isArray() ? part.getComponentType() : part;
        return element != null && element.isPrimitive();
    }

    static Display of(Object array) {
        int length = Array.getLength(array);
        Class<?> part = array.getClass().getComponentType();
        if (!part.isArray()) {
            return new Grid(part + "[" + length + "]", numbers(length), 1, i -> cells(array)).display();
        }
        int widest = IntStream.range(0, length)
                .mapToObj(i -> Array.get(array, i))
                .mapToInt(row -> row == null ? 0 : Array.getLength(row))
                .max()
                .orElse(0);
        String caption = part.getComponentType() + "[" + length + "][" + widest + "]";
        return new Grid(caption, numbers(widest), length, i -> {
                    Object row = Array.get(array, i);
                    return row == null ? List.of("null") : cells(row);
                })
                .display();
    }

    /** Indices as names of columns. */
    private static List<String> numbers(int n) {
        return IntStream.range(0, Math.min(n, WIDTH)).mapToObj(String::valueOf).toList();
    }

    private static List<String> cells(Object row) {
        return IntStream.range(0, Math.min(Array.getLength(row), WIDTH))
                .mapToObj(j -> cell(Array.get(row, j)))
                .toList();
    }

    /** Six digits say enough on a page; the value itself has all of them. */
    static String cell(Object value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return String.valueOf(value);
        }
        double number = ((Number) value).doubleValue();
        if (!Double.isFinite(number) || number == Math.rint(number) && Math.abs(number) < 1e7) {
            return String.valueOf(number);
        }
        double size = Math.abs(number);
        return size >= 1e-4 && size < 1e7
                ? String.format(Locale.ROOT, "%.6g", number)
                        .replaceAll("0+$", "")
                        .replaceAll("\\.$", ".0")
                : String.format(Locale.ROOT, "%.5e", number);
    }
}
