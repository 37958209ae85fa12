package cnn.cnnmnist;

import cnn.cnnmnist.LeNet.Options;
import gradus.datasets.Datasets;
import gradus.datasets.Digits;
import gradus.datasets.Idx;
import gradus.datasets.SyntheticDigits;
import gradus.kit.NoData;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.TrainingFigure;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** How the loss falls, what is confused with what, the surest errors, and the first layer's kernels. */
public final class LeNetFigure implements TrainingFigure<LeNetFigure.Series> {
    private static final int BATCH_SIZE = 32;
    private static final int N_OTHERS = 2_000;
    private static final int N_ERRORS = 12;

    /**
     * What training gave.
     *
     * @param digits what the pictures are
     * @param losses (nSteps); cut off where the loss stopped being finite
     * @param counts (10, 10) of digits by answers
     * @param errors the surest ones first, at most 12
     * @param kernels (6, 25) of the first layer
     */
    public record Series(String digits, float[] losses, int[][] counts, List<Error> errors, double[][] kernels) {
        int nSamples() {
            return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        }

        double accuracy() {
            return IntStream.range(0, 10).map(digit -> counts[digit][digit]).sum() / (double) nSamples();
        }
    }

    /**
     * A picture that was read wrongly.
     *
     * @param sureness probability of the answer
     */
    public record Error(byte[] image, int digit, int answer, double sureness) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("images", "pictures to learn from", "", 512, 16_384, 512, 4_096),
                new Range("epochs", "rounds over them", "", 1, 5, 1, 2),
                new Choice("learningRate", "learning rate", List.of("0.01", "0.1", "0.3", "1"), "0.1"));
    }

    @Override
    public Series series(Values values, Steps told) {
        int n = values.whole("images");
        Digits training;
        Digits others;
        String name;
        try {
            training = mnist("train", n);
            others = mnist("t10k", N_OTHERS);
            name = "MNIST";
        } catch (NoData e) {
            training = SyntheticDigits.images(n, 1);
            others = SyntheticDigits.images(N_OTHERS, 2);
            name = SyntheticDigits.NAME;
        }
        List<Float> losses = new ArrayList<>();
        try (LeNet net = new LeNet(1)) {
            float rate = Float.parseFloat(values.choice("learningRate"));
            int[][] all = batches(n, values.whole("epochs"));
            int most = all.length * 3 / 4;
            try {
                for (Options options : List.of(
                        new Options(Arrays.copyOf(all, most), rate),
                        new Options(Arrays.copyOfRange(all, most, all.length), rate / 5))) {
                    net.train(training.images(), training.labels(), options, (done, steps, loss) -> {
                        losses.add(loss);
                        told.done(losses.size(), all.length, loss);
                    });
                }
            } catch (Diverged e) {
                // The curve ends where the loss was last a number.
            }
            float[][] logits = net.logits(others.images());
            return new Series(
                    name,
                    floats(losses),
                    LeNet.confusion(others.labels(), logits),
                    errors(others, logits),
                    kernels(net.parameters().get(0)));
        }
    }

    private static Digits mnist(String part, int n) {
        Digits all = Idx.digits(
                Datasets.file("mnist/" + part + "-images-idx3-ubyte.gz"),
                Datasets.file("mnist/" + part + "-labels-idx1-ubyte.gz"));
        return new Digits(Arrays.copyOf(all.images(), n), Arrays.copyOf(all.labels(), n));
    }

    private static int[][] batches(int n, int epochs) {
        Random random = new Random(1);
        List<int[]> batches = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = IntStream.range(0, n).toArray();
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int moved = order[i];
                order[i] = order[j];
                order[j] = moved;
            }
            for (int from = 0; from + BATCH_SIZE <= n; from += BATCH_SIZE) {
                batches.add(Arrays.copyOfRange(order, from, from + BATCH_SIZE));
            }
        }
        return batches.toArray(int[][]::new);
    }

    private static List<Error> errors(Digits others, float[][] logits) {
        List<Error> errors = new ArrayList<>();
        for (int i = 0; i < logits.length; i++) {
            int answer = 0;
            for (int digit = 1; digit < LeNet.CLASSES; digit++) {
                answer = logits[i][digit] > logits[i][answer] ? digit : answer;
            }
            if (answer != others.labels()[i]) {
                double sum = 0;
                for (float z : logits[i]) {
                    sum += Math.exp(z - logits[i][answer]);
                }
                errors.add(new Error(others.images()[i], others.labels()[i], answer, 1 / sum));
            }
        }
        errors.sort(Comparator.comparingDouble(Error::sureness).reversed());
        return List.copyOf(errors.subList(0, Math.min(N_ERRORS, errors.size())));
    }

    private static double[][] kernels(float[] weights) {
        double[][] kernels = new double[6][25];
        for (int i = 0; i < 150; i++) {
            kernels[i / 25][i % 25] = weights[i];
        }
        return kernels;
    }

    private static float[] floats(List<Float> list) {
        float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = list.get(i);
        }
        return floats;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        String title = String.format(
                Locale.ROOT,
                "LeNet after %d × %,d digits of %s: %.1f %% of %,d others are right",
                values.whole("epochs"),
                values.whole("images"),
                yours.digits,
                100 * yours.accuracy(),
                yours.nSamples());
        return new Drawing(
                title,
                List.of(losses(yours, reference), confusion(yours), gallery(yours), filters(yours)),
                description(values, yours, reference));
    }

    private static XYChart losses(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Loss of each batch", "step", "mean cross-entropy (nats)");
        Style.rangeX(chart, 0, Math.max(1, yours.losses.length - 1));
        Style.line(chart, "each batch", 5, steps(yours.losses, 0), doubles(yours.losses));
        Style.line(chart, "mean of 20", 0, steps(yours.losses, WINDOW - 1), smooth(yours.losses));
        if (reference != null) {
            Style.referenceLine(chart, steps(reference.losses, WINDOW - 1), smooth(reference.losses));
        }
        return chart;
    }

    private static final int WINDOW = 20;

    private static double[] steps(float[] losses, int skipped) {
        return IntStream.range(Math.min(skipped, Math.max(0, losses.length - 1)), losses.length)
                .asDoubleStream()
                .toArray();
    }

    private static double[] smooth(float[] losses) {
        int n = Math.max(Math.min(1, losses.length), losses.length - WINDOW + 1);
        return IntStream.range(0, n)
                .mapToDouble(from -> IntStream.range(from, Math.min(losses.length, from + WINDOW))
                        .mapToDouble(i -> losses[i])
                        .average()
                        .orElse(0))
                .toArray();
    }

    private static double[] doubles(float[] a) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i]).toArray();
    }

    private static XYChart confusion(Series yours) {
        return Style.counts("What was taken for what", "answer", "digit", yours.counts);
    }

    private static XYChart gallery(Series yours) {
        List<double[][]> pictures = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        for (Error error : yours.errors) {
            double[][] picture = new double[LeNet.SIDE][LeNet.SIDE];
            for (int p = 0; p < error.image.length; p++) {
                picture[p / LeNet.SIDE][p % LeNet.SIDE] = Byte.toUnsignedInt(error.image[p]) / 255.0;
            }
            pictures.add(picture);
            captions.add(String.format(
                    Locale.ROOT, "%d read as %d, %.0f %%", error.digit, error.answer, 100 * error.sureness));
        }
        return Style.pictures("The surest errors", pictures, captions, 4, 3);
    }

    private static XYChart filters(Series yours) {
        double largest = Arrays.stream(yours.kernels)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
        List<double[][]> pictures = new ArrayList<>();
        List<String> captions = new ArrayList<>();
        for (double[] kernel : yours.kernels) {
            double[][] picture = new double[5][5];
            for (int i = 0; i < 25; i++) {
                picture[i / 5][i % 5] = kernel[i] / largest;
            }
            pictures.add(picture);
            captions.add("kernel " + (captions.size() + 1));
        }
        return Style.signedPictures(
                String.format(Locale.ROOT, "First layer: orange -%.2f, white 0, blue +%.2f", largest, largest),
                pictures,
                captions,
                3,
                2);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int[] worst = worstPair(yours.counts);
        String words = String.format(
                Locale.ROOT,
                "LeNet learned from %,d digits of %s for %d rounds with learning rate %s, and a fifth of it in the last"
                        + " quarter. The loss began at %.2f and its last 20 batches had a mean of %.3f. Of %,d other digits"
                        + " %.1f %% were read rightly; the most frequent error was to read a %d as a %d (%d times).",
                values.whole("images"),
                yours.digits,
                values.whole("epochs"),
                values.choice("learningRate"),
                yours.losses.length == 0 ? Float.NaN : yours.losses[0],
                last(yours),
                yours.nSamples(),
                100 * yours.accuracy(),
                worst[0],
                worst[1],
                yours.counts[worst[0]][worst[1]]);
        return reference == null
                ? words
                : words
                        + String.format(
                                Locale.ROOT,
                                " The reference ended at a loss of %.3f with %.1f %%.",
                                last(reference),
                                100 * reference.accuracy());
    }

    private static double last(Series series) {
        double[] smooth = smooth(series.losses);
        return smooth.length == 0 ? Double.NaN : smooth[smooth.length - 1];
    }

    private static int[] worstPair(int[][] counts) {
        int[] worst = {0, 1};
        for (int digit = 0; digit < counts.length; digit++) {
            for (int answer = 0; answer < counts.length; answer++) {
                if (digit != answer && counts[digit][answer] > counts[worst[0]][worst[1]]) {
                    worst = new int[] {digit, answer};
                }
            }
        }
        return worst;
    }
}
