package gradus.cli.daemon;

/**
 * How a daemon is.
 *
 * @param process its number
 * @param minutes since it started
 * @param commands that it has served
 * @param running commands that it serves now
 * @param idleMinutes after which it ends, if no command comes
 * @param heapMegabytes that objects take in its own JVM
 * @param isCurrent whether it is of the build that is there now
 */
public record Condition(
        long process,
        long minutes,
        long commands,
        long running,
        double idleMinutes,
        long heapMegabytes,
        boolean isCurrent) {}
