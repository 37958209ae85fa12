package optimization.constrainedlagrange;

/** A function to minimise where equations hold. All of its methods take a point (n). */
public interface Problem {
    /** The value to be made small. */
    double value(double[] x);

    /**
     * The gradient of the value.
     *
     * @return (n)
     */
    double[] gradient(double[] x);

    /**
     * What must become 0.
     *
     * @return (nConstraints)
     */
    double[] constraints(double[] x);

    /**
     * How the constraints change with x.
     *
     * @return (nConstraints, n)
     */
    double[][] jacobian(double[] x);
}
