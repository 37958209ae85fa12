package cnn.cnnmnist;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Digits;
import gradus.datasets.SyntheticDigits;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class LeNetHiddenTest {
    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("logits are right for any weights, also of noise")
    void logitsAreRightForAnyWeights(RandomGenerator random) {
        byte[][] images = LeNetTest.images(random, 4);
        try (LeNet net = new LeNet(random.nextInt())) {
            assertClose(
                    "logits(images)",
                    new LeNetTest.PlainLeNet(net.parameters()).logits(images),
                    LeNetTest.doubles(net.logits(images)),
                    1e-4,
                    "Look at how bytes become numbers between 0 and 1, and at the layers.");
        }
    }

    @Graded(stage = 3, points = 3)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("batches of any size and order are stepped by their mean gradient")
    void batchesOfAnySizeAreSteppedByTheirMean(RandomGenerator random) {
        Digits digits = SyntheticDigits.images(30, random.nextLong());
        int seed = random.nextInt();
        int[] batch = random.ints(random.nextInt(1, 9), 0, 30).toArray();
        float learningRate = 0.5f;

        LeNetTest.assertStep(
                random,
                digits,
                batch,
                learningRate,
                LeNetTest.parametersOf(seed),
                LeNetTest.parametersAfter(seed, digits, new int[][] {batch}, learningRate),
                "");
    }

    @Graded(stage = 4)
    @DisplayName("every sample is counted once")
    void everySampleIsCountedOnce(RandomGenerator random) {
        byte[] labels = new byte[random.nextInt(50, 500)];
        float[][] logits = new float[labels.length][10];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) random.nextInt(10);
            for (int digit = 0; digit < 10; digit++) {
                logits[i][digit] = random.nextFloat();
            }
        }
        int[][] counts = LeNet.confusion(labels, logits);

        assertEquals(10, counts.length, "confusion should have a row for each of the 10 digits.");
        for (int digit = 0; digit < 10; digit++) {
            int of = digit;
            long expected =
                    Arrays.stream(numbers(labels)).filter(label -> label == of).count();
            assertEquals(expected, Arrays.stream(counts[digit]).sum(), "the sum of row " + digit + " of confusion");
        }
    }

    private static int[] numbers(byte[] labels) {
        int[] numbers = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            numbers[i] = labels[i];
        }
        return numbers;
    }
}
