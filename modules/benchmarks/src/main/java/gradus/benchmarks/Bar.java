package gradus.benchmarks;

/**
 * What a ratio has to reach.
 *
 * @param isFloor whether the ratio must be at least the bound; at most, if not
 */
record Bar(boolean isFloor, double bound) {
    static Bar atLeast(double bound) {
        return new Bar(true, bound);
    }

    static Bar atMost(double bound) {
        return new Bar(false, bound);
    }

    boolean isMet(double ratio) {
        return isFloor ? ratio >= bound : ratio <= bound;
    }

    @Override
    public String toString() {
        String number = bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
        return (isFloor ? "at least " : "at most ") + number;
    }
}
