package gradus.benchmarks;

/** One page of figures. */
interface Benchmark {
    /**
     * Measures everything by turns, as often as was asked for.
     *
     * @param report takes what was measured
     */
    void run(Bench bench, Report report);
}
