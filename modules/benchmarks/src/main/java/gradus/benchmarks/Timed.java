package gradus.benchmarks;

/**
 * A process that came to its end.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds that it and the processes it waited for kept processors busy
 * @param output what it said
 */
record Timed(double wall, double cpu, String output) {}
