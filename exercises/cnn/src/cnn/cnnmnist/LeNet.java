package cnn.cnnmnist;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import gradus.kit.Require;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LeNet-5 for pictures of handwritten digits, built and trained with DJL. It computes on the engine's default device: a
 * GPU where there is one, else the CPU. Close it to give its memory back.
 *
 * <p>Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, <i>Gradient-Based Learning Applied to Document
 * Recognition</i>, Proceedings of the IEEE 86(11), 1998, section II.B; with rectifiers, maximum pooling and a softmax
 * on top, as it is built today.
 */
public final class LeNet implements AutoCloseable {
    /** Height and width of a picture in pixels. */
    public static final int SIDE = 28;

    /** How many digits there are. */
    public static final int CLASSES = 10;

    /** Weights between -1/√n and 1/√n for n inputs: small enough that the network begins without an opinion. */
    private static final Initializer UNIFORM = new XavierInitializer(RandomType.UNIFORM, FactorType.IN, 3);

    private final Model model;

    /**
     * How to train.
     *
     * @param batches (nSteps, batchSize) indices of the pictures of each step, in this order
     * @param learningRate above 0
     */
    public record Options(int[][] batches, float learningRate) {
        /** @throws IllegalArgumentException if learningRate is not above 0 */
        public Options {
            Require.positive("learningRate", learningRate);
        }
    }

    /**
     * What training gave.
     *
     * @param losses (nSteps) mean cross-entropy of each batch, in nats, before its step
     */
    public record TrainingRun(float[] losses) {}

    /** Is told after every step how far training is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done steps that are done
         * @param steps steps in all
         * @param loss of the last batch
         */
        void at(int done, int steps, float loss);
    }

    /**
     * A network with random weights.
     *
     * @param seed the same seed gives the same weights
     */
    public LeNet(int seed) {
        Engine.getInstance().setRandomSeed(seed);
        model = Model.newInstance("lenet");
        model.setBlock(layers());
        model.getBlock().setInitializer(UNIFORM, Parameter.Type.WEIGHT);
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1, 1, SIDE, SIDE));
    }

    private static Block layers() {
        // begin solution: two convolutions and three linear layers, as the table in the README says
        Shape kernel = new Shape(5, 5);
        Shape two = new Shape(2, 2);
        return new SequentialBlock()
                .add(Conv2d.builder()
                        .setKernelShape(kernel)
                        .optPadding(two)
                        .setFilters(6)
                        .build())
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(two, two))
                .add(Conv2d.builder().setKernelShape(kernel).setFilters(16).build())
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(two, two))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(84).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(CLASSES).build());
        // end solution
    }

    /**
     * The weights and biases of all layers, in order.
     *
     * @return five pairs of (nFilters, nChannels, height, width) or (nUnits, nInputs) weights, row by row, and biases
     */
    public List<float[]> parameters() {
        return model.getBlock().getParameters().values().stream()
                .map(parameter -> parameter.getArray().toFloatArray())
                .toList();
    }

    /**
     * The shapes that a batch takes on its way.
     *
     * @param batchSize at least 1
     * @return the shape after each layer, (batchSize, nChannels, height, width) or (batchSize, nUnits)
     */
    public List<long[]> shapeTrace(int batchSize) {
        // begin solution: ask each layer for its output shape, given that of the layer before
        List<long[]> trace = new ArrayList<>();
        Shape[] shape = {new Shape(batchSize, 1, SIDE, SIDE)};
        for (Block layer : model.getBlock().getChildren().values()) {
            shape = layer.getOutputShapes(shape);
            trace.add(shape[0].getShape());
        }
        return trace;
        // end solution
    }

    /**
     * Chosen pictures as the network takes them.
     *
     * @param images (nSamples, 784) rows of unsigned bytes
     * @param rows (batchSize) indices of pictures
     * @return (batchSize, 1, 28, 28) in [0, 1]
     */
    private static NDArray pixels(NDManager manager, byte[][] images, int[] rows) {
        // begin solution: put the rows into one buffer of bytes, and scale them
        ByteBuffer buffer = ByteBuffer.allocateDirect(rows.length * SIDE * SIDE);
        for (int row : rows) {
            buffer.put(images[row]);
        }
        return manager.create(buffer.rewind(), new Shape(rows.length, 1, SIDE, SIDE), DataType.UINT8)
                .toType(DataType.FLOAT32, false)
                .div(255);
        // end solution
    }

    /**
     * What the network makes of pictures.
     *
     * @param images (nSamples, 784) rows of pixels from top left, unsigned bytes
     * @return (nSamples, 10) logits: the larger, the likelier is the digit
     */
    public float[][] logits(byte[][] images) {
        Require.that(images.length > 0, "images must have at least 1 row");
        // begin solution: one forward pass over all pictures, then cut the numbers into rows
        try (NDScope scope = new NDScope()) {
            NDManager manager = model.getNDManager();
            int[] all = IntStream.range(0, images.length).toArray();
            NDList input = new NDList(pixels(manager, images, all));
            NDArray output = model.getBlock()
                    .forward(new ParameterStore(manager, false), input, false)
                    .singletonOrThrow();
            float[][] logits = new float[images.length][CLASSES];
            float[] flat = output.toFloatArray();
            for (int i = 0; i < logits.length; i++) {
                System.arraycopy(flat, i * CLASSES, logits[i], 0, CLASSES);
            }
            return logits;
        }
        // end solution
    }

    /**
     * Trains by gradient descent on the mean cross-entropy, one step for each batch.
     *
     * @param images (nSamples, 784) rows of pixels from top left, unsigned bytes
     * @param labels (nSamples) digits, 0 to 9
     * @param progress is told after every step
     * @throws Diverged at the first loss that is not finite, before its step
     */
    public TrainingRun train(byte[][] images, byte[] labels, Options options, Progress progress) {
        // begin solution: for each batch: forward, loss, backward, step
        Loss loss = Loss.softmaxCrossEntropyLoss();
        Optimizer descent = Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(options.learningRate))
                .build();
        float[] losses = new float[options.batches.length];
        try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(descent))) {
            for (int step = 0; step < losses.length; step++) {
                int[] rows = options.batches[step];
                try (NDScope scope = new NDScope()) {
                    NDArray x = pixels(trainer.getManager(), images, rows);
                    float[] digits = new float[rows.length];
                    for (int i = 0; i < rows.length; i++) {
                        digits[i] = labels[rows[i]];
                    }
                    NDList y = new NDList(trainer.getManager().create(digits));
                    try (GradientCollector collector = trainer.newGradientCollector()) {
                        NDArray value = loss.evaluate(y, trainer.forward(new NDList(x)));
                        losses[step] = value.getFloat();
                        collector.backward(value);
                    }
                    if (!Float.isFinite(losses[step])) {
                        throw new Diverged(step, losses[step]);
                    }
                    trainer.step();
                }
                progress.at(step + 1, losses.length, losses[step]);
            }
        }
        return new TrainingRun(losses);
        // end solution
    }

    /**
     * Counts which digit was taken for which.
     *
     * @param labels (nSamples) digits, 0 to 9
     * @param logits (nSamples, 10)
     * @return (10, 10) numbers of samples: rows are the digits, columns what the network takes them for
     */
    public static int[][] confusion(byte[] labels, float[][] logits) {
        Require.that(
                labels.length == logits.length,
                "there must be as many labels as logits, but there are %d and %d",
                labels.length,
                logits.length);
        // begin solution: the answer is the digit with the largest logit
        int[][] counts = new int[CLASSES][CLASSES];
        for (int i = 0; i < labels.length; i++) {
            int answer = 0;
            for (int digit = 1; digit < CLASSES; digit++) {
                if (logits[i][digit] > logits[i][answer]) {
                    answer = digit;
                }
            }
            counts[labels[i]][answer]++;
        }
        return counts;
        // end solution
    }

    @Override
    public void close() {
        model.close();
    }
}
