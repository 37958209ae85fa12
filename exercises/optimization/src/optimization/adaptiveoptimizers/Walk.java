package optimization.adaptiveoptimizers;

import gradus.kit.Require;

/** A walk of an optimizer through a landscape. */
public final class Walk {
    private Walk() {}

    /**
     * Takes steps from a start, each with the gradient where it begins.
     *
     * @param optimizer new: without steps taken yet
     * @param landscape where
     * @param start (2) not modified
     * @param nSteps 0 or more
     * @return (1 + nSteps, 2) the start, then the point after each step
     * @throws IllegalArgumentException if nSteps is negative
     */
    public static double[][] path(Optimizer optimizer, Landscape landscape, double[] start, int nSteps) {
        Require.that(nSteps >= 0, "nSteps must be >= 0, but was %d", nSteps);
        // begin solution: the start, then one step of the optimizer after the other
        double[][] path = new double[1 + nSteps][];
        path[0] = start.clone();
        for (int k = 0; k < nSteps; k++) {
            path[k + 1] = optimizer.step(path[k], landscape.gradient(path[k]));
        }
        return path;
        // end solution
    }
}
