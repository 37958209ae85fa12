package gradus.classroom;

import java.time.Duration;
import java.time.Instant;

/**
 * What lateness costs.
 *
 * @param grace how much too late is not late
 * @param percentPerDay of the points earned, for each day that has begun after the deadline
 * @param days how many days late is accepted; what comes later earns nothing
 */
public record LatePolicy(Duration grace, int percentPerDay, int days) {
    private static final int ALL = 100;

    /** Days late, each one that has begun: 0 for what came in time. */
    public long daysLate(Instant due, Instant received) {
        Duration late = Duration.between(due, received);
        if (late.compareTo(grace) <= 0) {
            return 0;
        }
        return Math.max(
                1,
                (late.toSeconds() + Duration.ofDays(1).toSeconds() - 1)
                        / Duration.ofDays(1).toSeconds());
    }

    /** What of the points earned is taken away, in percent from 0 to 100. */
    public int percent(Instant due, Instant received) {
        long late = daysLate(due, received);
        return late > days ? ALL : (int) Math.min(ALL, late * percentPerDay);
    }
}
