package gradus.catalogue;

import java.time.Duration;

/**
 * What a learner's code may use.
 *
 * @param check time that one check may take
 * @param full time that one check of a full run may take
 * @param heapMegabytes heap of the worker, in MiB
 */
public record Limits(Duration check, Duration full, int heapMegabytes) {
    /** The limits of a room that states none. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), Duration.ofMinutes(10), 512);
}
