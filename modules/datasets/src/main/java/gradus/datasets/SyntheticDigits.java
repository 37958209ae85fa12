package gradus.datasets;

import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Digits that this module draws itself, the set {@code synthetic-digits}: something to train on where MNIST can't be
 * had. They are not MNIST, and what is measured on them says nothing about MNIST.
 *
 * <p>Each digit is a few strokes of a pen. The points of the strokes are shaken, the strokes are slanted, turned,
 * stretched and bent, drawn with a pen of some width, and grain is added. The same seed gives the same pixels on every
 * machine.
 */
public final class SyntheticDigits {
    /** The name of this set, to be shown wherever MNIST's would stand. */
    public static final String NAME = "synthetic-digits";

    private static final double HEIGHT = 19;
    private static final double GRAIN = 24;

    private SyntheticDigits() {}

    /**
     * Draws digits. Every ten samples hold each digit once; the first n of a larger number are those of n.
     *
     * @param n number of samples, at least 1
     * @param seed chooses them; use different seeds for training and test
     * @throws IllegalArgumentException if n is below 1
     */
    public static Digits images(int n, long seed) {
        Require.between("n", n, 1, Integer.MAX_VALUE);
        Random random = new Random(seed);
        byte[][] images = new byte[n][];
        byte[] labels = new byte[n];
        List<Integer> ten = List.of();
        for (int i = 0; i < n; i++) {
            if (i % Digits.CLASSES == 0) {
                ten = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
                Collections.shuffle(ten, random);
            }
            int digit = ten.get(i % Digits.CLASSES);
            labels[i] = (byte) digit;
            images[i] = draw(digit, random);
        }
        return new Digits(images, labels);
    }

    private static byte[] draw(int digit, Random random) {
        Hand hand = new Hand(random);
        List<double[][]> strokes = new ArrayList<>();
        for (double[][] stroke : StrokeFont.strokes(digit, random)) {
            strokes.add(hand.write(stroke));
        }
        centre(strokes, random);
        double[] ink = new double[Digits.SIDE * Digits.SIDE];
        double radius = 0.85 + 0.75 * random.nextDouble();
        strokes.forEach(stroke -> paint(ink, stroke, radius));
        double darkness = 0.8 + 0.2 * random.nextDouble();
        byte[] image = new byte[ink.length];
        for (int p = 0; p < ink.length; p++) {
            double value = 255 * darkness * ink[p] + GRAIN * (random.nextFloat() - 0.5f);
            image[p] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
        return image;
    }

    /**
     * One way of writing: what happens to every stroke of a digit. Points are (x, y), y downwards, about (0.5, 0.5).
     */
    private static final class Hand {
        private static final double SHAKE = 0.03;

        private final Random random;
        private final double width;
        private final double height;
        private final double slant;
        private final double sine;
        private final double cosine;
        private final double bend;
        private final double phase;

        Hand(Random random) {
            this.random = random;
            height = HEIGHT * (0.8 + 0.26 * random.nextDouble());
            width = HEIGHT * (0.6 + 0.55 * random.nextDouble());
            slant = 0.24 * random.nextGaussian();
            double angle = 0.11 * random.nextGaussian();
            sine = StrictMath.sin(angle);
            cosine = StrictMath.cos(angle);
            bend = 0.045 * random.nextGaussian();
            phase = 2 * Math.PI * random.nextDouble();
        }

        /** @return (nPoints, 2) in pixels */
        double[][] write(double[][] stroke) {
            double[][] shaken = new double[stroke.length][];
            for (int i = 0; i < stroke.length; i++) {
                shaken[i] = new double[] {
                    stroke[i][0] + SHAKE * random.nextGaussian(), stroke[i][1] + SHAKE * random.nextGaussian()
                };
            }
            double[][] smooth = StrokeFont.smooth(shaken);
            for (double[] point : smooth) {
                double y = point[1] - 0.5;
                double x = point[0] - 0.5 - slant * y + bend * StrictMath.sin(2 * Math.PI * y + phase);
                point[0] = cosine * width * x - sine * height * y;
                point[1] = sine * width * x + cosine * height * y;
            }
            return smooth;
        }
    }

    /** Moves the strokes so that their box is near the middle of the picture. */
    private static void centre(List<double[][]> strokes, Random random) {
        for (int axis = 0; axis < 2; axis++) {
            int a = axis;
            double[] values = strokes.stream()
                    .flatMap(Arrays::stream)
                    .mapToDouble(point -> point[a])
                    .toArray();
            double min = Arrays.stream(values).min().orElse(0);
            double max = Arrays.stream(values).max().orElse(0);
            double shift = Digits.SIDE / 2.0 - (min + max) / 2 + 0.8 * random.nextGaussian();
            strokes.forEach(stroke -> Arrays.stream(stroke).forEach(point -> point[a] += shift));
        }
    }

    /** Lets ink be the darkest of what was there and the line of a round pen through the points. */
    private static void paint(double[] ink, double[][] points, double radius) {
        for (int i = 0; i + 1 < points.length; i++) {
            double[] from = points[i];
            double[] to = points[i + 1];
            int left = pixel(Math.min(from[0], to[0]) - radius - 1);
            int right = pixel(Math.max(from[0], to[0]) + radius + 1);
            int top = pixel(Math.min(from[1], to[1]) - radius - 1);
            int bottom = pixel(Math.max(from[1], to[1]) + radius + 1);
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    double covered = radius + 0.5 - distance(x + 0.5, y + 0.5, from, to);
                    int p = y * Digits.SIDE + x;
                    ink[p] = Math.max(ink[p], Math.min(1, covered));
                }
            }
        }
    }

    private static int pixel(double position) {
        return (int) Math.max(0, Math.min(Digits.SIDE - 1, Math.floor(position)));
    }

    private static double distance(double x, double y, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / square;
        t = Math.max(0, Math.min(1, t));
        double ex = x - from[0] - t * dx;
        double ey = y - from[1] - t * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }
}
