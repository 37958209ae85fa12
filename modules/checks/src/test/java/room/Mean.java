package room;

import gradus.kit.Matrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a learner may have written. */
public final class Mean {
    private Mean() {}

    /** Forgets that there may be no values. */
    public static double of(double... values) {
        double first = values[0];
        return first + Arrays.stream(values).skip(1).sum();
    }

    /** Forgets to ask whether there are rows. */
    public static double[] ofColumns(double[][] X) {
        return Matrix.columnMeans(X);
    }

    /** Forgets to return something. */
    public static double @Nullable [] centred(double[] values) {
        return values.length > 2 ? null : values;
    }
}
