package statistics.huffmancode;

import gradus.datasets.Datasets;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** Codewords of letters beside their surprise, and bits for a toss of a coin by the number of tosses in a symbol. */
public final class HuffmanFigure implements Figure<HuffmanFigure.Series> {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz ";
    private static final int MAX_BLOCK = 8;

    /** Stands for certainty when shares become counts. */
    private static final int WHOLE = 1_000_000;

    private static final String MADE_UP = "the lab counts the letters of this text because it has no other at hand and"
            + " since each of them occurs at least once in it just by the lazy brown fox who jumps over a quick dog we"
            + " may look at their codewords too";

    /**
     * What the learner's code says.
     *
     * @param names of the letters, most frequent first
     * @param lengths of their codewords
     * @param surprise -log₂ of their shares
     * @param mean length, in bits
     * @param redundancy in bits
     * @param perToss (MAX_BLOCK) bits for a toss, with 1, 2, … tosses in a symbol
     * @param isReal whether the letters are Shakespeare's
     */
    public record Series(
            List<String> names,
            double[] lengths,
            double[] surprise,
            double mean,
            double redundancy,
            double[] perToss,
            boolean isReal) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(new Choice("p", "probability of heads", List.of("0.5", "0.7", "0.9", "0.95", "0.99"), "0.9"));
    }

    private static double p(Values values) {
        return Double.parseDouble(values.choice("p"));
    }

    @Override
    public Series series(Values values) {
        boolean isReal = true;
        String text;
        try {
            text = String.join(" ", Datasets.lines("tinyshakespeare/input.txt")).toLowerCase(Locale.ROOT);
        } catch (NoData e) {
            isReal = false;
            text = MADE_UP;
        }
        StringBuilder letters = new StringBuilder();
        text.chars().filter(c -> LETTERS.indexOf(c) >= 0).forEach(c -> letters.append((char) c));
        Map<Character, Integer> counts = Huffman.counts(letters.toString());
        Map<Character, String> code = Huffman.code(Huffman.lengths(counts));
        Require.that(code.keySet().equals(counts.keySet()), "code must have a codeword for each letter");
        List<Map.Entry<Character, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Character, Integer>comparingByValue().reversed())
                .toList();
        double sum = letters.length();
        double[] perToss = new double[MAX_BLOCK];
        for (int n = 1; n <= MAX_BLOCK; n++) {
            Map<Character, Integer> blocks = blocks(n, p(values));
            perToss[n - 1] = Huffman.meanLength(blocks, Huffman.code(Huffman.lengths(blocks))) / n;
        }
        double mean = Huffman.meanLength(counts, code);
        double redundancy = Huffman.redundancy(counts, code);
        Require.finite("meanLength", new double[][] {perToss, new double[MAX_BLOCK]});
        Require.finite("meanLength and redundancy", new double[][] {{mean, redundancy}});
        return new Series(
                sorted.stream()
                        .map(entry ->
                                entry.getKey() == ' ' ? "_" : entry.getKey().toString())
                        .toList(),
                sorted.stream()
                        .mapToDouble(
                                entry -> code.getOrDefault(entry.getKey(), "").length())
                        .toArray(),
                sorted.stream()
                        .mapToDouble(entry -> log2(sum / entry.getValue()))
                        .toArray(),
                mean,
                redundancy,
                perToss,
                isReal);
    }

    /** Counts of all sequences of n tosses; their characters are numbers only. */
    private static Map<Character, Integer> blocks(int n, double p) {
        Map<Character, Integer> counts = new TreeMap<>();
        for (int block = 0; block < 1 << n; block++) {
            int heads = Integer.bitCount(block);
            double share = Math.pow(p, heads) * Math.pow(1 - p, n - heads);
            counts.put((char) ('0' + block), (int) Math.max(1, Math.round(WHOLE * share)));
        }
        return counts;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static double entropy(double p) {
        return -p * log2(p) - (1 - p) * log2(1 - p);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Short words for what is frequent",
                List.of(letters(yours, reference), tosses(values, yours, reference)),
                description(values, yours, reference));
    }

    private static CategoryChart letters(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars(
                String.format(
                        Locale.ROOT,
                        "%s: %.3f bits a letter, entropy %.3f",
                        yours.isReal ? "Shakespeare" : "A short text",
                        yours.mean,
                        yours.mean - yours.redundancy),
                "letter, most frequent first (_ is the blank)",
                "bits");
        chart.getStyler().setXAxisMaxLabelCount(yours.names.size());
        Style.bars(chart, "length of the codeword", yours.names, boxed(yours.lengths));
        Style.line(chart, "-log₂ of the share", yours.names, boxed(yours.surprise));
        if (reference != null && !Arrays.equals(yours.lengths, reference.lengths)) {
            Style.referenceBars(chart, "length, reference", reference.names, boxed(reference.lengths));
        }
        return chart;
    }

    private static List<Double> boxed(double[] a) {
        return Arrays.stream(a).boxed().toList();
    }

    private static XYChart tosses(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "A coin that shows heads with probability " + values.choice("p"),
                "tosses in a symbol",
                "bits for a toss");
        Style.rangeX(chart, 1, MAX_BLOCK);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.1);
        double[] n = new double[MAX_BLOCK];
        double[] bound = new double[MAX_BLOCK];
        double entropy = entropy(p(values));
        for (int k = 0; k < MAX_BLOCK; k++) {
            n[k] = k + 1;
            bound[k] = Math.min(1.1, entropy + 1 / n[k]);
        }
        Style.path(chart, "Huffman", 0, n, yours.perToss);
        Style.line(chart, "entropy", 1, new double[] {1, MAX_BLOCK}, new double[] {entropy, entropy});
        Style.line(chart, "entropy + 1/tosses", 2, n, bound);
        if (reference != null) {
            Style.referenceLine(chart, n, reference.perToss);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: lengths of codewords for %d letters of %s, of %.0f to %.0f bits, beside -log₂ of their shares."
                        + " Their mean is %.4f bits, %.4f more than the entropy. Right: a toss of a coin with heads"
                        + " at %s takes %.4f bits if each is a symbol, %.4f in blocks of four and %.4f in blocks of"
                        + " eight; its entropy is %.4f.",
                yours.names.size(),
                yours.isReal ? "Shakespeare's plays" : "a short text",
                Arrays.stream(yours.lengths).min().orElse(0),
                Arrays.stream(yours.lengths).max().orElse(0),
                yours.mean,
                yours.redundancy,
                values.choice("p"),
                yours.perToss[0],
                yours.perToss[3],
                yours.perToss[MAX_BLOCK - 1],
                entropy(p(values)));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = yours.mean == reference.mean
                && yours.redundancy == reference.redundancy
                && Arrays.equals(yours.perToss, reference.perToss);
        return isSame
                ? "The mean lengths are as the reference has them."
                : String.format(
                        Locale.ROOT,
                        "The reference has a mean of %.4f bits, %.4f more than the entropy.",
                        reference.mean,
                        reference.redundancy);
    }
}
