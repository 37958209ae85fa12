package optimization.adaptiveoptimizers;

/** Says, step after step, where to go from here, given the gradient here. It may remember all gradients so far. */
@FunctionalInterface
public interface Optimizer {
    /**
     * Takes one step.
     *
     * @param parameters (nParameters) where the step begins; not modified
     * @param gradient (nParameters) of the loss at parameters; not modified
     * @return (nParameters) where it ends, a new array
     */
    double[] step(double[] parameters, double[] gradient);
}
