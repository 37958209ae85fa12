package gradus.classroom.results;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as they are written everywhere: with a point, at most 2 decimals, and none that are 0. */
public final class Points {
    private static final int DECIMALS = 2;

    private Points() {}

    /** For example {@code 7}, {@code 7.5} or {@code -0.33}. */
    public static String text(double points) {
        return number(points).toPlainString();
    }

    /** The number that {@link #text} writes. */
    public static BigDecimal number(double points) {
        BigDecimal rounded = BigDecimal.valueOf(points)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
