package gradus.worker;

import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a new worker load and try what runs need, while it waits for the first one: calls over the wire, and what
 * learners like to use of the JDK. Much of that costs a hundred times more when it is done for the first time.
 */
final class Rehearsal {
    /** About a quarter of a second. By then, the JVM has compiled what takes part in each call. */
    private static final int ROUNDS = 300;

    /** After so many the worker waits a second: whoever needs it at once needs the processor, too. */
    private static final int FIRST_ROUNDS = 3;

    private static final int PAUSES = 500;
    private static final int PAUSE_MILLIS = 2;

    private static final String PART = Part.class.getName();
    private static final Member NUMBERS = new Member(PART, "numbers", "([[DLjava.lang.Object;I)[D");
    private static final Member WORDS = new Member(PART, "words", "(Ljava/util/List;)Ljava/lang/String;");

    private Rehearsal() {}

    /** Makes calls from one peer of this process to another until there is something else to do; returns how many. */
    static int hold(BooleanSupplier isOver) {
        // A loader that defines the class from its bytes, as it will the learner's.
        LearnerLoader loader = new LearnerLoader(Map.of(PART, bytesOfPart()), ClassLoader.getPlatformClassLoader());
        LearnerPeer there = new LearnerPeer(loader, (request, server) -> {
            throw new IOException("nobody is called back in a rehearsal");
        });
        LearnerPeer here = new LearnerPeer(loader, (request, server) -> there.serve(request));
        double[][] matrix = {{1, 2}, {3, 4}};
        int calls = 0;
        try {
            putTogether();
            for (int round = 0; round < ROUNDS && !isOver.getAsBoolean(); round++) {
                if (round == FIRST_ROUNDS) {
                    useTheLab(matrix);
                }
                here.call(WORDS, 0, null, new Object[] {List.of("text", "other", "text")});
                here.call(NUMBERS, 0, null, new Object[] {matrix, Map.of("text", 1.5), round % 2});
                calls += 2;
                if (round == FIRST_ROUNDS - 1) {
                    pause(isOver);
                }
            }
            here.call(NUMBERS, 0, null, new Object[] {matrix, Map.of(), matrix.length});
        } catch (Throwable e) {
            // The last call fails, as it should. Should another one do so too, then so will the first run, and say why.
        }
        return calls;
    }

    private static void pause(BooleanSupplier isOver) throws InterruptedException {
        for (int i = 0; i < PAUSES && !isOver.getAsBoolean(); i++) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static byte[] bytesOfPart() {
        try (InputStream in = Rehearsal.class.getResourceAsStream("Rehearsal$Part.class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /**
     * What of the lab many rooms use: matrices, and a table that is there and one that is not. The module that reads
     * tables is found by name, for this one does not know it.
     */
    private static void useTheLab(double[][] matrix) {
        Svd svd = Svd.thin(Matrix.minusRow(matrix, Matrix.columnMeans(matrix)));
        Matrix.plusRow(Matrix.times(matrix, Matrix.transpose(svd.vt())), Matrix.times(svd.vt(), svd.s()));
        try {
            Method table = Class.forName("gradus.datasets.Datasets").getMethod("table", String.class);
            table.invoke(null, "iris/iris.csv");
            table.invoke(null, "r-datasets/none.csv");
        } catch (ReflectiveOperationException e) {
            // The last one fails, as it should. Where there is no such module, nobody will read tables.
        }
    }

    /** As a learner's "+" puts text together; that of the lab is compiled otherwise. */
    private static void putTogether() throws StringConcatException {
        MethodType type = MethodType.methodType(String.class, String.class, int.class);
        StringConcatFactory.makeConcatWithConstants(MethodHandles.lookup(), "text", type, "\1: \1");
    }

    /** What is called. */
    @SuppressWarnings("unused")
    static final class Part {
        private Part() {}

        static double[] numbers(double[][] matrix, @Nullable Object other, int index) {
            double[] row = matrix[index].clone();
            double sum = IntStream.range(0, row.length).mapToDouble(k -> row[k]).sum();
            Arrays.setAll(row, k -> Math.sqrt(row[k] * row[k]) / sum);
            return row;
        }

        static String words(List<String> words) {
            Map<String, Integer> counts = new HashMap<>();
            for (String word : words) {
                counts.merge(word, 1, Integer::sum);
            }
            String often = words.stream()
                    .filter(word -> counts.getOrDefault(word, 0) > 1)
                    .map(String::strip)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return String.format("%s %.3f", often, 1.0 / counts.size());
        }
    }
}
