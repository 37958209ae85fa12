package gradus.kit.figure;

/**
 * The plot of a room that trains: what it draws takes many steps, and tells of each how far it is. The browser trains
 * when it is asked to, shows the loss meanwhile, and can stop.
 *
 * @param <S> a record of plain data, as in {@link Figure}
 */
public interface TrainingFigure<S> extends Figure<S> {
    /** Is told of each step. */
    @FunctionalInterface
    interface Steps {
        /**
         * A step is done.
         *
         * @param done steps that are done, at least 1
         * @param total steps in all
         * @param loss of the step
         */
        void done(int done, int total, double loss);
    }

    /**
     * Calls the room's classes as {@link #series(Values)} does, and tells of each step.
     *
     * @throws IllegalArgumentException if what came back can't be drawn, naming the method that returned it
     */
    S series(Values values, Steps steps);

    @Override
    default S series(Values values) {
        return series(values, (done, total, loss) -> {});
    }
}
