package statistics.huffmancode;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HuffmanTest {
    /** A sum of whole numbers, one division and up to 70 logarithms. */
    static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("counts says how often each character occurs")
    void characters() {
        assertEquals(
                new TreeMap<>(Map.of('A', 1, ' ', 2, 'a', 4, 'b', 3, 'r', 1)),
                new TreeMap<>(Huffman.counts("Ab a barbaa")),
                "counts(\"Ab a barbaa\"): blanks count, and A is not a.");
    }

    /** In a HashMap, the letter Ā, number 256, would stand before a, number 97. */
    @Graded(stage = 1)
    @DisplayName("counts and lengths are in the order of the symbols")
    void inOrder() {
        assertInOrder("counts(\"bĀaba\")", Huffman.counts("bĀaba"));
        assertInOrder("lengths({Ā=1, b=2, a=4})", Huffman.lengths(backwards(Map.of('a', 4, 'b', 2, 'Ā', 1))));
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("lengths: halves of halves get one bit more each")
    void halves() {
        assertEquals(
                new TreeMap<>(Map.of('a', 4, 'b', 1, 'c', 3, 'd', 4, 'e', 2)),
                new TreeMap<>(Huffman.lengths(new TreeMap<>(Map.of('a', 1, 'b', 8, 'c', 2, 'd', 1, 'e', 4)))),
                "lengths({a=1, b=8, c=2, d=1, e=4}): b is half of all, e a quarter.");
        assertEquals(
                new TreeMap<>(Map.of('p', 2, 'q', 2, 'r', 2, 's', 2)),
                new TreeMap<>(Huffman.lengths(new TreeMap<>(Map.of('p', 5, 'q', 6, 'r', 7, 's', 8)))),
                "lengths({p=5, q=6, r=7, s=8}): p and q become 11, which is more than r and s, so these are next.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("lengths: the two rarest groups, not the two rarest symbols")
    void chain() {
        assertEquals(
                new TreeMap<>(Map.of('u', 5, 'v', 5, 'w', 4, 'x', 3, 'y', 2, 'z', 1)),
                new TreeMap<>(Huffman.lengths(new TreeMap<>(Map.of('u', 1, 'v', 2, 'w', 4, 'x', 8, 'y', 16, 'z', 32)))),
                "lengths({u=1, v=2, w=4, x=8, y=16, z=32}): each step adds one symbol to the group.");
        assertEquals(
                new TreeMap<>(Map.of('a', 1, 'b', 1)),
                new TreeMap<>(Huffman.lengths(new TreeMap<>(Map.of('a', 1, 'b', 99)))),
                "lengths({a=1, b=99}): a codeword has at least one bit.");
    }

    /**
     * Huffman 1952, table I: 13 messages with a mean length of 3.42. Ties may be broken otherwise, at the same mean.
     */
    @Graded(stage = 1, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("lengths: Huffman's own example has a mean of 3.42 bits")
    void huffmansTable() {
        int[] percent = {20, 18, 10, 10, 10, 6, 6, 4, 4, 4, 4, 3, 1};
        Map<Character, Integer> counts = new TreeMap<>();
        for (int k = 0; k < percent.length; k++) {
            counts.put((char) ('a' + k), percent[k]);
        }
        Map<Character, Integer> lengths = Huffman.lengths(counts);

        String call = "lengths(" + counts + ")";
        assertEquals(counts.keySet(), lengths.keySet(), "keys of " + call + ". A length for each symbol.");
        assertEquals(
                342,
                bits(counts, lengths),
                "Σ count · length of " + call + ", the 100 messages of Huffman's table I. The lengths are " + lengths
                        + ".");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("lengths fill the tree: the sum of 2^(-length) is 1")
    void kraft(RandomGenerator random) {
        for (int i = 0; i < 10; i++) {
            Map<Character, Integer> counts = drawn(random, 12);
            Map<Character, Integer> lengths = Huffman.lengths(counts);
            assertEquals(
                    counts.keySet(), lengths.keySet(), "keys of lengths(" + counts + "). A length for each symbol.");

            // Powers of 2 down to 2^-11 add up without rounding.
            assertClose(
                    "Σ 2^(-length) of lengths(" + counts + ")",
                    1,
                    kraft(lengths),
                    0,
                    "No leaf of the tree is left over.");
        }
    }

    /** RFC 1951, §3.2.2. */
    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("code: the example of RFC 1951")
    void deflate() {
        assertEquals(
                new TreeMap<>(Map.of(
                        'A', "010", 'B', "011", 'C', "100", 'D', "101", 'E', "110", 'F', "00", 'G', "1110", 'H',
                        "1111")),
                new TreeMap<>(Huffman.code(
                        backwards(Map.of('A', 3, 'B', 3, 'C', 3, 'D', 3, 'E', 3, 'F', 2, 'G', 4, 'H', 4)))),
                "code({H=4, G=4, F=2, E=3, D=3, C=3, B=3, A=3}): F is first, then A to E, then G and H.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("code: shorter first, zeros behind what gets longer, also by more than one")
    void jumps() {
        assertEquals(
                new TreeMap<>(Map.of('a', "1000", 'b', "0", 'c', "1001", 'd', "101000")),
                new TreeMap<>(Huffman.code(backwards(Map.of('a', 4, 'b', 1, 'c', 4, 'd', 6)))),
                "code({d=6, c=4, b=1, a=4}): b, then a and c, then d.");
        assertEquals(
                new TreeMap<>(Map.of('x', "000", 'y', "001")),
                new TreeMap<>(Huffman.code(backwards(Map.of('x', 3, 'y', 3)))),
                "code({y=3, x=3}): the first, that of x, is all zeros.");
    }

    /** An int has 32 bits. */
    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("code: codewords of up to 40 bits, in the order of the symbols")
    void longWords() {
        Map<Character, Integer> lengths = new LinkedHashMap<>();
        Map<Character, String> expected = new TreeMap<>();
        for (int length = 1; length < 40; length++) {
            lengths.put((char) ('Ā' + length), length);
            expected.put((char) ('Ā' + length), "1".repeat(length - 1) + "0");
        }
        lengths.put('Ā', 40);
        lengths.put('a', 40);
        expected.put('a', "1".repeat(39) + "0");
        expected.put('Ā', "1".repeat(40));
        Map<Character, String> code = Huffman.code(lengths);

        assertEquals(expected.keySet(), code.keySet(), "keys of code(lengths 1, 2, …, 40, 40). One for each symbol.");
        lengths.keySet().stream()
                .sorted(Comparator.comparing(
                        symbol -> expected.getOrDefault(symbol, "").length()))
                .forEach(symbol -> assertEquals(
                        expected.get(symbol),
                        code.get(symbol),
                        "code(lengths 1, 2, …, 40, 40): the codeword of '" + symbol + "' with length "
                                + lengths.get(symbol) + ". Count in a long: an int has 32 bits."));
        assertInOrder("code(lengths 1, 2, …, 40, 40)", code);
    }

    private static void assertInOrder(String call, Map<Character, ?> map) {
        assertEquals(
                List.copyOf(new TreeSet<>(map.keySet())),
                List.copyOf(map.keySet()),
                "keys of " + call + ": a is number 97, b 98 and Ā 256. Return a TreeMap.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("code is prefix-free")
    void prefixFree(RandomGenerator random) {
        Map<Character, Integer> lengths = new TreeMap<>();
        double left = 1;
        for (char symbol = 'a'; symbol <= 'z'; symbol++) {
            int length = random.nextInt(2, 9);
            if (Math.pow(2, -length) <= left) {
                lengths.put(symbol, length);
                left -= Math.pow(2, -length);
            }
        }
        Map<Character, String> code = Huffman.code(lengths);
        assertEquals(lengths.keySet(), code.keySet(), "A codeword for each symbol.");
        code.forEach((symbol, word) -> {
            assertEquals(lengths.get(symbol), word.length(), "The codeword of " + symbol + " has its length.");
            code.forEach((other, longer) -> assertTrue(
                    symbol.equals(other) || !longer.startsWith(word),
                    word + " of " + symbol + " is the beginning of " + longer + " of " + other + "."));
        });
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("meanLength weights lengths by counts")
    void mean() {
        assertClose(
                "meanLength({a=5, b=2, c=3}, {a=0, b=10, c=11})",
                1.5,
                Huffman.meanLength(Map.of('a', 5, 'b', 2, 'c', 3), Map.of('a', "0", 'b', "10", 'c', "11")),
                TOLERANCE,
                "(5 · 1 + 2 · 2 + 3 · 2) / 10.");
        assertClose(
                "meanLength of two thousand million symbols",
                1.5,
                Huffman.meanLength(
                        Map.of('a', 1_000_000_000, 'b', 2_000_000_000, 'c', 1_000_000_000),
                        Map.of('a', "10", 'b', "0", 'c', "11")),
                TOLERANCE,
                "The sums are larger than an int.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("redundancy is what entropy does not explain")
    void excess() {
        assertClose(
                "redundancy({a=4, b=2, c=1, d=1}, {a=0, b=10, c=110, d=111})",
                0,
                Huffman.redundancy(
                        Map.of('a', 4, 'b', 2, 'c', 1, 'd', 1), Map.of('a', "0", 'b', "10", 'c', "110", 'd', "111")),
                TOLERANCE,
                "Shares are powers of 1/2: the code is perfect.");
        assertClose(
                "redundancy({a=3, b=1}, {a=0, b=1})",
                0.75 * Math.log(3) / Math.log(2) - 1,
                Huffman.redundancy(Map.of('a', 3, 'b', 1), Map.of('a', "0", 'b', "1")),
                TOLERANCE,
                "1 bit, less 2 - 3/4 · log₂ 3.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("the best code needs less than one bit more than the entropy, and not less than it")
    void bounds(RandomGenerator random) {
        for (int i = 0; i < 10; i++) {
            Map<Character, Integer> counts = drawn(random, 8);
            double redundancy = Huffman.redundancy(counts, Huffman.code(Huffman.lengths(counts)));

            assertTrue(
                    redundancy > -TOLERANCE && redundancy < 1,
                    "redundancy of " + counts + " must be in [0, 1), but was " + redundancy + ".");
        }
    }

    /** Huffman's lengths for these 65 counts make 5,372,888 bits, by another program; the entropy is 4.7794. */
    @Graded(stage = 4)
    @DisplayName("Shakespeare's plays take 4.817 bits a character, 0.04 more than their entropy")
    void shakespeare() {
        Map<Character, Integer> counts = Huffman.counts(plays());
        Map<Character, String> code = Huffman.code(Huffman.lengths(counts));

        assertClose("meanLength", 4.8170, Huffman.meanLength(counts, code), 5.1e-5, "5,372,888 bits.");
        assertClose("redundancy", 4.8170 - 4.7794, Huffman.redundancy(counts, code), 1.1e-4, "Less the entropy.");
    }

    @Graded(stage = 4)
    @DisplayName("and they come back from 5,372,888 bits")
    void roundTrip() {
        String plays = plays();
        Map<Character, String> code = Huffman.code(Huffman.lengths(Huffman.counts(plays)));
        String bits = Codec.encode(plays, code);
        assertEquals(5_372_888, bits.length(), "As many bits as every best code for single characters takes.");
        String back = Codec.decode(bits, code);

        assertEquals(plays.length(), back.length(), "As many characters as before.");
        assertTrue(plays.equals(back), "The same characters in the same order.");
    }

    static String plays() {
        return Datasets.lines("tinyshakespeare/input.txt").stream().collect(Collectors.joining("\n", "", "\n"));
    }

    static long bits(Map<Character, Integer> counts, Map<Character, Integer> lengths) {
        return counts.entrySet().stream()
                .mapToLong(entry -> (long) entry.getValue() * lengths.getOrDefault(entry.getKey(), 0))
                .sum();
    }

    static double kraft(Map<Character, Integer> lengths) {
        return lengths.values().stream()
                .mapToDouble(length -> Math.pow(2, -length))
                .sum();
    }

    /** The same map, with the last symbol first. */
    static Map<Character, Integer> backwards(Map<Character, Integer> map) {
        Map<Character, Integer> backwards = new LinkedHashMap<>();
        new TreeMap<>(map).descendingMap().forEach(backwards::put);
        return backwards;
    }

    /** Counts of which some are many times as large as others. */
    static Map<Character, Integer> drawn(RandomGenerator random, int n) {
        Map<Character, Integer> counts = new TreeMap<>();
        for (int k = 0; k < n; k++) {
            counts.put((char) ('a' + k), 1 + (int) Math.exp(random.nextDouble(0, 7)));
        }
        return counts;
    }

    @Test
    void badInputIsRefused() {
        Map<Character, String> code = Map.of('a', "0", 'b', "1");
        assertRefused("text must have at least 1 character, but is empty", () -> Huffman.counts(""));
        assertRefused("counts must have at least 2 symbols, but has 1", () -> Huffman.lengths(Map.of('a', 1)));
        assertRefused(
                "counts must be >= 1, but that of 'a' was 0",
                () -> Huffman.lengths(new TreeMap<>(Map.of('a', 0, 'b', 1))));
        assertRefused("lengths must have at least 1 symbol, but is empty", () -> Huffman.code(Map.of()));
        assertRefused("a length must be in [1, 62], but was 0", () -> Huffman.code(Map.of('a', 0)));
        assertRefused(
                "lengths must have a sum of 2^(-length) <= 1, but it was 1.5",
                () -> Huffman.code(Map.of('a', 1, 'b', 1, 'c', 1)));
        assertRefused(
                "code must have a codeword for 'c', but has none",
                () -> Huffman.meanLength(new TreeMap<>(Map.of('a', 1, 'c', 1)), code));
        assertRefused(
                "code must have a codeword for 'c', but has none",
                () -> Huffman.redundancy(new TreeMap<>(Map.of('a', 1, 'c', 1)), code));
    }
}
