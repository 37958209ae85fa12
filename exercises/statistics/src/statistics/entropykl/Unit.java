package statistics.entropykl;

/** In what information is measured. */
public enum Unit {
    /** Yes-or-no questions: logarithms to the base 2. */
    BITS(Math.log(2)),

    /** Natural logarithms. */
    NATS(1);

    private final double nats;

    Unit(double nats) {
        this.nats = nats;
    }

    /** So many of this unit, of an amount in nats. */
    public double of(double amount) {
        return amount / nats;
    }
}
