package statistics.huffmancode;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class HuffmanHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("as many bits as all merged counts together")
    void merged(RandomGenerator random) {
        Map<Character, Integer> counts = HuffmanTest.drawn(random, 15);
        PriorityQueue<Long> queue = new PriorityQueue<>();
        counts.values().forEach(count -> queue.add((long) count));
        long bits = 0;
        while (queue.size() > 1) {
            long both = queue.remove() + queue.remove();
            bits += both;
            queue.add(both);
        }
        Map<Character, Integer> lengths = Huffman.lengths(counts);

        assertEquals(counts.keySet(), lengths.keySet(), "A length for each symbol.");
        assertEquals(bits, HuffmanTest.bits(counts, lengths), "Each merger costs one bit for each of its symbols.");
        assertClose("Σ 2^(-length)", 1, HuffmanTest.kraft(lengths), 0, "No leaf is left over.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("counts of a text that was made of them")
    void made(RandomGenerator random) {
        Map<Character, Integer> counts = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (char symbol : " Aaz\n".toCharArray()) {
            int count = random.nextInt(1, 9);
            counts.put(symbol, count);
            text.append(Character.toString(symbol).repeat(count));
        }

        assertEquals(counts, new TreeMap<>(Huffman.counts(text.reverse().toString())), "Each character once more.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a codeword, read as a binary fraction, is the sum of 2^(-length) of all before it")
    void fractions(RandomGenerator random) {
        Map<Character, Integer> lengths = HuffmanTest.backwards(lengths(random));
        List<Character> symbols = lengths.keySet().stream()
                .sorted(Comparator.comparing((Character symbol) -> lengths.get(symbol))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<Character, String> code = Huffman.code(lengths);
        assertEquals(lengths.keySet(), code.keySet(), "A codeword for each symbol.");
        double before = 0;
        for (char symbol : symbols) {
            String word = code.getOrDefault(symbol, "");
            assertEquals(lengths.get(symbol), word.length(), "As long as said.");
            double fraction = Integer.parseInt(word, 2) * Math.pow(2, -word.length());
            assertClose("codeword as a fraction", before, fraction, 0, "Count up; shift where it gets longer.");
            before += Math.pow(2, -word.length());
        }
    }

    /** Lengths that some prefix-free code has; they grow by two at least. */
    private static Map<Character, Integer> lengths(RandomGenerator random) {
        Map<Character, Integer> lengths = new TreeMap<>();
        double left = 1;
        for (char symbol = 'a'; symbol <= 'p'; symbol++) {
            int length = 2 * random.nextInt(1, 5);
            if (Math.pow(2, -length) <= left) {
                lengths.put(symbol, length);
                left -= Math.pow(2, -length);
            }
        }
        return lengths;
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("decode undoes encode")
    void undone(RandomGenerator random) {
        Map<Character, String> code = Map.of('k', "00", 'l', "010", 'm', "011", 'n', "10", 'o', "1101", 'p', "111");
        StringBuilder text = new StringBuilder();
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            char symbol = (char) random.nextInt('k', 'q');
            text.append(symbol);
            bits.append(code.get(symbol));
        }

        assertEquals(bits.toString(), Codec.encode(text.toString(), code), "Codeword after codeword.");
        assertEquals(text.toString(), Codec.decode(bits.toString(), code), "Codeword after codeword.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("mean length and redundancy of any code")
    void measured(RandomGenerator random) {
        Map<Character, Integer> counts = HuffmanTest.drawn(random, 4);
        Map<Character, String> code = Map.of('a', "0", 'b', "10", 'c', "110", 'd', "1110");
        double sum = counts.values().stream().mapToInt(count -> count).sum();
        double mean = 0;
        double entropy = 0;
        for (Map.Entry<Character, Integer> entry : counts.entrySet()) {
            double share = entry.getValue() / sum;
            mean += share * code.getOrDefault(entry.getKey(), "").length();
            entropy -= share * Math.log(share) / Math.log(2);
        }

        assertClose("meanLength", mean, Huffman.meanLength(counts, code), HuffmanTest.TOLERANCE, "Weighted by counts.");
        assertClose(
                "redundancy",
                mean - entropy,
                Huffman.redundancy(counts, code),
                HuffmanTest.TOLERANCE,
                "Mean length less entropy, in bits.");
    }
}
