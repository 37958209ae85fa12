package statistics.confidencebootstrap;

/**
 * From one number to another, both ends included.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    /** Whether a value lies in it; an end does. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
