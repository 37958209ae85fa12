package gradus.catalogue;

import java.time.Duration;

/**
 * What a learner's code may use. The last four are limits of the sandbox alone.
 *
 * @param check time that one check may take
 * @param full time that one check of a full run may take
 * @param run time that all checks of a run may take together
 * @param cpu time that processors may work in a run, on all threads together
 * @param heapMegabytes heap of the worker, in MiB
 * @param outputMegabytes what one worker may print, in MiB
 * @param nativeMegabytes memory of the worker outside of its heap, in MiB: the JVM's own, stacks, libraries' arrays
 * @param filesMegabytes temporary files, all together, in MiB
 * @param openFiles files open at a time, the JVM's own among them
 * @param threads threads at a time, the JVM's own among them
 */
public record Limits(
        Duration check,
        Duration full,
        Duration run,
        Duration cpu,
        int heapMegabytes,
        int outputMegabytes,
        int nativeMegabytes,
        int filesMegabytes,
        int openFiles,
        int threads) {
    /** The limits of a room that states none. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            512,
            512,
            512,
            64,
            256,
            256);

    /** The same, with another time for one check. */
    public Limits withCheck(Duration other) {
        return new Limits(
                other,
                full,
                run,
                cpu,
                heapMegabytes,
                outputMegabytes,
                nativeMegabytes,
                filesMegabytes,
                openFiles,
                threads);
    }

    /** The limits of a run that has long checks too: each may take its time on top of the others'. */
    public Limits withFull(long checks) {
        Duration more = full.multipliedBy(checks);
        return new Limits(
                check,
                full,
                run.plus(more),
                cpu.plus(more.multipliedBy(2)),
                heapMegabytes,
                outputMegabytes,
                nativeMegabytes,
                filesMegabytes,
                openFiles,
                threads);
    }
}
