package statistics.entropykl;

import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** The letters of two languages, and how much twelve languages diverge from each other. */
public final class EntropyFigure implements Figure<EntropyFigure.Series> {
    /** A letter is shown if it has this share in one of the two languages. */
    private static final double SHOWN = 0.004;

    private static final List<String> NAMES = Arrays.stream(Language.values())
            .map(language ->
                    language.name().charAt(0) + language.name().substring(1).toLowerCase(Locale.ROOT))
            .toList();

    private static final int N_CHARACTERS = 9000;

    /**
     * What the learner's information says.
     *
     * @param shares (12, nLetters) of each language
     * @param divergences (12, 12) in bits
     * @param entropies (12) in bits
     * @param jensenShannon of the two languages, in bits
     * @param isReal whether the languages are real
     */
    public record Series(
            double[][] shares, double[][] divergences, double[] entropies, double jensenShannon, boolean isReal) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("language", "true language", NAMES, "English"),
                new Choice("believed", "believed language", NAMES, "Finnish"));
    }

    @Override
    public Series series(Values values) {
        boolean isReal = true;
        List<String> texts;
        try {
            texts = Arrays.stream(Language.values()).map(Language::declaration).toList();
        } catch (NoData e) {
            isReal = false;
            texts = madeUp();
        }
        int n = texts.size();
        double[][] shares = new double[n][];
        double[] entropies = new double[n];
        for (int i = 0; i < n; i++) {
            shares[i] = Languages.shares(texts.get(i), Language.LETTERS, 1);
            Require.length("shares", shares[i], Language.LETTERS.length());
            entropies[i] = Information.entropy(shares[i], Unit.BITS);
        }
        double[][] divergences = Languages.divergences(shares, Unit.BITS);
        Require.columns("divergences", divergences, n);
        Require.that(divergences.length == n, "divergences must have %d rows, but has %d", n, divergences.length);
        Require.finite("shares", shares);
        Require.finite("divergences", divergences);
        double jensenShannon = Information.jensenShannon(
                shares[index(values, "language")], shares[index(values, "believed")], Unit.BITS);
        Require.finite("entropy", new double[][] {entropies});
        Require.finite("jensenShannon", new double[][] {{jensenShannon}});
        return new Series(shares, divergences, entropies, jensenShannon, isReal);
    }

    private static int index(Values values, String parameter) {
        return NAMES.indexOf(values.choice(parameter));
    }

    /** Texts of three made-up families, whose members are draws of letters with shares that differ a little. */
    private static List<String> madeUp() {
        Random random = new Random(6);
        List<String> texts = new ArrayList<>();
        double[] common = random.doubles(Language.LETTERS.length())
                .map(u -> Math.pow(Math.log1p(-u), 2))
                .toArray();
        double[] family = common;
        for (int i = 0; i < 12; i++) {
            if (i == 0 || i == 6 || i == 10) {
                family = changed(common, 0.7, random);
            }
            double[] weights = changed(family, 0.35, random);
            texts.add(text(weights, random));
        }
        return texts;
    }

    private static double[] changed(double[] weights, double amount, Random random) {
        return Arrays.stream(weights)
                .map(v -> v * Math.exp(amount * random.nextGaussian()))
                .toArray();
    }

    private static String text(double[] weights, Random random) {
        double[] sums = weights.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < N_CHARACTERS; i++) {
            double u = random.nextDouble() * sums[sums.length - 1];
            int k = 0;
            while (sums[k] <= u) {
                k++;
            }
            text.append(Language.LETTERS.charAt(k));
        }
        return text.toString();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                yours.isReal ? "Letters of twelve languages" : "Letters of twelve made-up languages",
                List.of(letters(values, yours, reference), grid(yours)),
                description(values, yours, reference));
    }

    private static CategoryChart letters(Values values, Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Shares of letters", "letter", "share (%)");
        chart.getStyler().setAvailableSpaceFill(0.8);
        double[] one = yours.shares[index(values, "language")];
        double[] other = yours.shares[index(values, "believed")];
        List<Integer> shown = new ArrayList<>();
        for (int k = 0; k < one.length; k++) {
            if (Math.max(one[k], other[k]) > SHOWN) {
                shown.add(k);
            }
        }
        List<String> names =
                shown.stream().map(k -> Language.LETTERS.substring(k, k + 1)).toList();
        chart.getStyler().setXAxisMaxLabelCount(names.size());
        Style.bars(chart, "true: " + name(values, yours, "language"), names, percent(one, shown));
        Style.line(chart, "believed: " + name(values, yours, "believed"), names, percent(other, shown));
        if (reference != null && !Arrays.deepEquals(yours.shares, reference.shares)) {
            Style.referenceBars(
                    chart, "true, reference", names, percent(reference.shares[index(values, "language")], shown));
        }
        return chart;
    }

    private static String name(Values values, Series series, String parameter) {
        return series.isReal ? values.choice(parameter) : "language " + letter(index(values, parameter));
    }

    private static String letter(int i) {
        return Character.toString('A' + i);
    }

    private static List<Double> percent(double[] shares, List<Integer> shown) {
        return shown.stream().map(k -> 100 * shares[k]).toList();
    }

    private static XYChart grid(Series yours) {
        List<String> names = new ArrayList<>(NAMES);
        if (!yours.isReal) {
            names.replaceAll(name -> letter(NAMES.indexOf(name)));
        }
        return Style.grid("Divergence (bits a letter)", "believed", "true", names, yours.divergences);
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int i = index(values, "language");
        int j = index(values, "believed");
        String words = String.format(
                Locale.ROOT,
                "Left: the shares of letters of %s and %s%s, with entropies of %.3f and %.3f bits. Right: the divergences of all"
                        + " pairs of twelve languages in bits a letter. Believing in %s while %s is true costs %.3f, the other"
                        + " way round %.3f; the divergence of Jensen and Shannon is %.3f. The nearest two are %s.",
                name(values, yours, "language"),
                name(values, yours, "believed"),
                yours.isReal ? "" : " of twelve made-up languages",
                yours.entropies[i],
                yours.entropies[j],
                name(values, yours, "believed"),
                name(values, yours, "language"),
                yours.divergences[i][j],
                yours.divergences[j][i],
                yours.jensenShannon,
                nearest(yours));
        return reference == null ? words : words + " " + comparison(values, yours, reference);
    }

    private static String nearest(Series series) {
        int[] best = {0, 1};
        for (int i = 0; i < series.divergences.length; i++) {
            for (int j = 0; j < series.divergences.length; j++) {
                if (i != j && series.divergences[i][j] < series.divergences[best[0]][best[1]]) {
                    best = new int[] {i, j};
                }
            }
        }
        List<String> names = NAMES;
        return series.isReal
                ? names.get(best[0]) + " and " + names.get(best[1])
                : letter(best[0]) + " and " + letter(best[1]);
    }

    private static String comparison(Values values, Series yours, Series reference) {
        boolean isSame = Arrays.deepEquals(yours.shares, reference.shares)
                && Arrays.deepEquals(yours.divergences, reference.divergences)
                && Arrays.equals(yours.entropies, reference.entropies)
                && yours.jensenShannon == reference.jensenShannon;
        int i = index(values, "language");
        int j = index(values, "believed");
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has entropies of %.3f and %.3f, and divergences of %.3f and %.3f.",
                        reference.entropies[i],
                        reference.entropies[j],
                        reference.divergences[i][j],
                        reference.divergences[j][i]);
    }
}
