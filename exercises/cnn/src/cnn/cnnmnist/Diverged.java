package cnn.cnnmnist;

/** The loss is no longer a finite number, so training has stopped. */
public final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int step;

    /**
     * @param step index of the batch, from 0
     * @param loss what it gave: NaN or infinite
     */
    public Diverged(int step, float loss) {
        super("the loss of step " + step + " is " + loss + "; try a smaller learning rate");
        this.step = step;
    }

    /** Index of the batch whose loss is not finite, from 0. */
    public int step() {
        return step;
    }
}
