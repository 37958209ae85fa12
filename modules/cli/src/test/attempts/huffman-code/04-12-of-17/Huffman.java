package statistics.huffmancode;

import gradus.kit.Require;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import statistics.entropykl.Information;
import statistics.entropykl.Unit;

/**
 * The code with the shortest mean length, of all that give each symbol a codeword of its own.
 *
 * <p>Source: D. A. Huffman, <i>A Method for the Construction of Minimum-Redundancy Codes</i>, Proceedings of the IRE
 * 40, 1952; for the canonical code P. Deutsch, <i>DEFLATE Compressed Data Format Specification</i>, RFC 1951, 1996,
 * §3.2.2.
 */
public final class Huffman {
    /** So long a codeword may be. */
    private static final int MAX_LENGTH = 62;

    /**
     * Symbols that share the beginning of their codewords.
     *
     * @param count how often one of them occurs
     * @param symbols all of them, one after the other
     */
    private record Group(long count, String symbols) {}

    private Huffman() {}

    /**
     * How often each character occurs in a text.
     *
     * @param text with at least one character
     * @return in the order of the characters
     */
    public static Map<Character, Integer> counts(String text) {
        Require.that(!text.isEmpty(), "text must have at least 1 character, but is empty");
        Map<Character, Integer> counts = new TreeMap<>();
        for (char c : text.toCharArray()) {
            counts.merge(c, 1, Integer::sum);
        }
        return counts;
    }

    /**
     * The lengths of the codewords. Each symbol begins as a group of its own; as long as there are several, the two
     * that occur least become one, and the codewords of all symbols in it get one bit longer.
     *
     * @param counts how often each symbol occurs, at least once; at least two symbols; not changed
     * @return at least 1 for each symbol, in the order of the symbols
     */
    public static Map<Character, Integer> lengths(Map<Character, Integer> counts) {
        requireCounts(counts);
        PriorityQueue<Group> queue = new PriorityQueue<>(Comparator.comparingLong(Group::count));
        Map<Character, Integer> lengths = new TreeMap<>();
        counts.forEach((symbol, count) -> {
            queue.add(new Group(count, String.valueOf(symbol)));
            lengths.put(symbol, 0);
        });
        while (queue.size() > 1) {
            Group first = queue.remove();
            Group second = queue.remove();
            Group both = new Group(first.count() + second.count(), first.symbols() + second.symbols());
            for (char symbol : both.symbols().toCharArray()) {
                lengths.merge(symbol, 1, Integer::sum);
            }
            queue.add(both);
        }
        return lengths;
    }

    /**
     * The canonical code: codewords from the lengths alone. In the order of their lengths, and of the symbols where
     * these are equal, the first codeword is all zeros; the next one is the one before plus 1 as a binary number, with
     * zeros behind it if it is longer.
     *
     * @param lengths of the codewords, in [1, 62], with {@code Σ 2^(-length)} at most 1; not changed
     * @return codewords of 0 and 1, in the order of the symbols
     */
    public static Map<Character, String> code(Map<Character, Integer> lengths) {
        requireLengths(lengths);
        List<Character> symbols = lengths.keySet().stream()
                .sorted(Comparator.comparing((Character symbol) -> lengths.get(symbol))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<Character, String> code = new TreeMap<>();
        long word = 0;
        int before = lengths.get(symbols.get(0));
        for (char symbol : symbols) {
            int length = lengths.get(symbol);
            if (!code.isEmpty()) {
                word = (word + 1) << (length - before);
            }
            String digits = Long.toBinaryString(word);
            code.put(symbol, "0".repeat(length - digits.length()) + digits);
            before = length;
        }
        return code;
    }

    /**
     * The mean length of a codeword, {@code Σ count · length / Σ count}.
     *
     * @param counts how often each symbol occurs
     * @param code with a codeword for each of them
     * @return in bits for each symbol
     */
    public static double meanLength(Map<Character, Integer> counts, Map<Character, String> code) {
        requireCounts(counts);
        requireCodewords(counts, code);
        double total = 0;
        double bits = 0;
        for (Map.Entry<Character, Integer> entry : counts.entrySet()) {
            total += entry.getValue();
            bits += (double) entry.getValue() * code.get(entry.getKey()).length();
        }
        return bits / total;
    }

    /**
     * By how much the mean length exceeds the entropy of the shares, below which no code can get.
     *
     * @param counts how often each symbol occurs
     * @param code with a codeword for each of them
     * @return in bits for each symbol
     */
    public static double redundancy(Map<Character, Integer> counts, Map<Character, String> code) {
        requireCounts(counts);
        requireCodewords(counts, code);
        double total = counts.values().stream().mapToDouble(count -> count).sum();
        double[] shares =
                counts.values().stream().mapToDouble(count -> count / total).toArray();
        return meanLength(counts, code) - Information.entropy(shares, Unit.BITS);
    }

    private static void requireCounts(Map<Character, Integer> counts) {
        Require.that(counts.size() >= 2, "counts must have at least 2 symbols, but has %d", counts.size());
        counts.forEach((symbol, count) ->
                Require.that(count >= 1, "counts must be >= 1, but that of '%s' was %d", symbol, count));
    }

    private static void requireCodewords(Map<Character, Integer> counts, Map<Character, String> code) {
        for (char symbol : counts.keySet()) {
            Require.that(code.containsKey(symbol), "code must have a codeword for '%s', but has none", symbol);
        }
    }

    private static void requireLengths(Map<Character, Integer> lengths) {
        Require.that(!lengths.isEmpty(), "lengths must have at least 1 symbol, but is empty");
        double sum = 0;
        for (int length : lengths.values()) {
            Require.between("a length", length, 1, MAX_LENGTH);
            sum += Math.pow(2, -length);
        }
        Require.that(sum <= 1, "lengths must have a sum of 2^(-length) <= 1, but it was %s", sum);
    }
}
