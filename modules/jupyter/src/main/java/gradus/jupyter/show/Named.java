package gradus.jupyter.show;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of libraries that the lab does not depend on, known by the names of their classes. */
final class Named {
    private static final int MAX_NUMBERS = 2_000;

    private Named() {}

    static Optional<Display> of(Object value) {
        try {
            if (is(value.getClass(), "tech.tablesaw.api.Table")) {
                return Optional.of(table(value));
            } else if (is(value.getClass(), "ai.djl.ndarray.NDArray")) {
                long size = ((Number) call(value, "size")).longValue();
                String caption = "NDArray " + call(value, "getShape") + " " + call(value, "getDataType");
                return Optional.of(tensor(caption, size, value));
            } else if (is(value.getClass(), "org.nd4j.linalg.api.ndarray.INDArray")) {
                long size = ((Number) call(value, "length")).longValue();
                String caption = "INDArray " + call(value, "shapeInfoToString");
                return Optional.of(tensor(caption.lines().findFirst().orElse(""), size, value));
            }
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static boolean is(Class<?> type, String name) {
        return type.getName().equals(name)
                || Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                        .anyMatch(above -> is(above, name));
    }

    private static Display table(Object table) throws ReflectiveOperationException {
        int nRows = (int) call(table, "rowCount");
        List<String> header = ((List<?>) call(table, "columnNames"))
                .stream().map(String::valueOf).toList();
        Method cell = table.getClass().getMethod("getString", int.class, int.class);
        String caption = call(table, "name") + ": " + nRows + " rows, " + header.size() + " columns";
        return new Grid(
                        caption,
                        header,
                        nRows,
                        i -> IntStream.range(0, header.size())
                                .mapToObj(j -> string(cell, table, i, j))
                                .toList())
                .display();
    }

    private static String string(Method cell, Object table, int i, int j) {
        try {
            return String.valueOf(cell.invoke(table, i, j));
        } catch (ReflectiveOperationException e) {
            return "?";
        }
    }

    private static Display tensor(String caption, long size, Object tensor) {
        String numbers = size <= MAX_NUMBERS ? tensor.toString() : size + " numbers";
        return Display.html(caption + "\n" + numbers, Html.paragraph(caption) + Html.code(numbers));
    }

    /** Calls a method by the class that declares it for all, since the class of the value may not be public. */
    private static Object call(Object value, String name) throws ReflectiveOperationException {
        return method(value.getClass(), name).invoke(value);
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        Method method = type.getMethod(name);
        method.setAccessible(true);
        return method;
    }
}
