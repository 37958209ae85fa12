package optimization.adaptiveoptimizers;

/**
 * Two functions on which optimizers are compared since the 1960s, with a known minimum whose value is 0.
 *
 * <p>Source: H. H. Rosenbrock, <i>An Automatic Method for Finding the Greatest or Least Value of a Function</i>, The
 * Computer Journal 3 (1960); E. M. L. Beale, <i>On an Iterative Method for Finding a Local Minimum of a Function of
 * More than One Variable</i>, Princeton 1958.
 */
public enum Landscape {
    /** {@code 100 (y - x²)² + (1 - x)²}: a bent, narrow valley. */
    ROSENBROCK,
    /** {@code (1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²}: a plain between steep walls. */
    BEALE;

    /** The usual start: (-1.2, 1), or (1, 1) for Beale's function. */
    public double[] start() {
        return this == ROSENBROCK ? new double[] {-1.2, 1} : new double[] {1, 1};
    }

    /** Where the value is 0: (1, 1), or (3, 0.5) for Beale's function. */
    public double[] minimum() {
        return this == ROSENBROCK ? new double[] {1, 1} : new double[] {3, 0.5};
    }

    /**
     * The height at a point.
     *
     * @param p (2)
     */
    public double value(double[] p) {
        double x = p[0];
        double y = p[1];
        if (this == ROSENBROCK) {
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
        }
        double a = 1.5 - x + x * y;
        double b = 2.25 - x + x * y * y;
        double c = 2.625 - x + x * y * y * y;
        return a * a + b * b + c * c;
    }

    /**
     * The gradient of the height at a point.
     *
     * @param p (2)
     * @return (2)
     */
    public double[] gradient(double[] p) {
        double x = p[0];
        double y = p[1];
        if (this == ROSENBROCK) {
            return new double[] {-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)};
        }
        double a = 1.5 - x + x * y;
        double b = 2.25 - x + x * y * y;
        double c = 2.625 - x + x * y * y * y;
        return new double[] {
            2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1),
            2 * a * x + 4 * b * x * y + 6 * c * x * y * y
        };
    }
}
