package javabasics.lazystreams;

import java.util.function.Function;
import javabasics.csvstreams.Row;

/**
 * Functions of rows.
 *
 * <p>Source: as {@link Lazy}, §1.3.4: procedures as returned values.
 */
public final class Columns {
    private Columns() {}

    /**
     * The function that takes one field of a row, without spaces around it.
     *
     * @param index of the field, from 0
     */
    public static Function<Row, String> column(int index) {
        return row -> row.fields().get(index).strip();
    }
}
