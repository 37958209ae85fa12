package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import statistics.entropykl.Information;
import statistics.entropykl.Unit;
import statistics.huffmancode.Codec;
import statistics.huffmancode.Huffman;

/** Rooms about information against ND4J, and against the JDK's compressor. */
class InformationOracleTest {
    /** Their losses add 1e-10 to probabilities, or cut them off there. */
    private static final double TOLERANCE = 1e-8;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void lossesAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] p = distribution(random, 3 + seed);
        double[] q = distribution(random, 3 + seed);
        try (INDArray ofP = Nd4j.create(new double[][] {p});
                INDArray ofQ = Nd4j.create(new double[][] {q})) {
            assertClose(
                    "entropy",
                    ofP.shannonEntropyNumber().doubleValue(),
                    Information.entropy(p, Unit.BITS),
                    TOLERANCE,
                    "ND4J says so.");
            assertClose(
                    "crossEntropy",
                    new LossMCXENT().computeScore(ofP, ofQ, new ActivationIdentity(), null, false),
                    Information.crossEntropy(p, q, Unit.NATS),
                    TOLERANCE,
                    "ND4J says so.");
            assertClose(
                    "kl",
                    new LossKLD().computeScore(ofP, ofQ, new ActivationIdentity(), null, false),
                    Information.kl(p, q, Unit.NATS),
                    TOLERANCE,
                    "ND4J says so.");
        }
    }

    private static double[] distribution(SplittableRandom random, int n) {
        double[] p = random.doubles(n, 0.05, 1).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(v -> v / sum).toArray();
    }

    /**
     * The JDK's compressor, told to use nothing but Huffman's code. A text of 4,000 characters is one block, before
     * which stand the lengths of the codewords: at most 19 · 3 + 257 · 7 bits and a few more.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void deflateIsAsLong(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            text.append((char) ('a' + (int) (26 * Math.pow(random.nextDouble(), 3))));
        }
        Map<Character, String> code = Huffman.code(Huffman.lengths(Huffman.counts(text.toString())));
        int bits = Codec.encode(text.toString(), code).length();

        int theirs = deflated(text.toString().getBytes(StandardCharsets.US_ASCII));
        assertTrue(theirs >= bits && theirs < bits + 800, "The JDK takes " + theirs + " bits, ours are " + bits + ".");
    }

    private static int deflated(byte[] text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setStrategy(Deflater.HUFFMAN_ONLY);
            deflater.setInput(text);
            deflater.finish();
            byte[] buffer = new byte[2 * text.length];
            while (!deflater.finished()) {
                deflater.deflate(buffer);
            }
            return 8 * (int) deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
