package gradus.benchmarks;

import cnn.cnnmnist.LeNet;
import cnn.cnnmnist.LeNet.Options;
import gradus.datasets.Datasets;
import gradus.datasets.Digits;
import gradus.datasets.Idx;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * One epoch of the room {@code cnn-mnist} on MNIST: 937 steps of 64 pictures. Prints CPU seconds, wall seconds and the
 * share of right answers of a second epoch, after a first one of which nothing is told; lenet_epoch.py does the same.
 */
public final class LeNetEpoch {
    private static final int BATCH_SIZE = 64;

    private LeNetEpoch() {}

    public static void main(String[] arguments) {
        Digits training = mnist("train");
        Digits others = mnist("t10k");
        try (LeNet net = new LeNet(1)) {
            epoch(net, training, 1);
            double cpu = cpuSeconds();
            long start = System.nanoTime();
            epoch(net, training, 2);
            double wall = (System.nanoTime() - start) / 1e9;
            cpu = cpuSeconds() - cpu;
            System.out.printf(Locale.ROOT, "%.3f %.3f %.4f%n", cpu, wall, accuracy(net, others));
        }
    }

    private static Digits mnist(String part) {
        return Idx.digits(
                Datasets.file("mnist/" + part + "-images-idx3-ubyte.gz"),
                Datasets.file("mnist/" + part + "-labels-idx1-ubyte.gz"));
    }

    private static void epoch(LeNet net, Digits digits, long seed) {
        int n = digits.images().length;
        Random random = new Random(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[][] batches = new int[n / BATCH_SIZE][];
        Arrays.setAll(batches, k -> Arrays.copyOfRange(order, k * BATCH_SIZE, (k + 1) * BATCH_SIZE));
        net.train(digits.images(), digits.labels(), new Options(batches, 0.1f), (done, steps, loss) -> {});
    }

    private static double accuracy(LeNet net, Digits digits) {
        int right = 0;
        int n = digits.images().length;
        for (int from = 0; from < n; from += 1_000) {
            int[][] counts = LeNet.confusion(
                    Arrays.copyOfRange(digits.labels(), from, from + 1_000),
                    net.logits(Arrays.copyOfRange(digits.images(), from, from + 1_000)));
            for (int digit = 0; digit < LeNet.CLASSES; digit++) {
                right += counts[digit][digit];
            }
        }
        return (double) right / n;
    }

    private static double cpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }
}
