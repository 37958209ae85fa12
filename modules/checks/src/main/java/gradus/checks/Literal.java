package gradus.checks;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values as one would write them in Java, as near as that goes. */
final class Literal {
    private static final int MAX_LENGTH = 1_000;

    private Literal() {}

    /** The value, cut where it is very long. */
    static String of(@Nullable Object value) {
        String all = whole(value);
        return all.length() <= MAX_LENGTH ? all : all.substring(0, MAX_LENGTH) + " …";
    }

    private static String whole(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Enum<?>) {
            return String.valueOf(value);
        } else if (value instanceof Number number) {
            String text = value instanceof Float ? value.toString() : Numbers.text(number.doubleValue());
            return value instanceof Double || value instanceof Float
                    ? text.endsWith(".0") ? text.substring(0, text.length() - 2) : text
                    : value.toString();
        } else if (value instanceof CharSequence || value instanceof Character) {
            return "\"" + escaped(value.toString()) + "\"";
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> whole(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(Literal::whole).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Record || value instanceof Optional<?>) {
            return value.toString();
        }
        return "an object of " + value.getClass().getSimpleName();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }
}
