package decompositions.eigenfaces;

import gradus.datasets.Datasets;
import gradus.datasets.Faces;
import gradus.kit.Matrix;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** The first sixteen eigenfaces, and how many new pictures are recognised. */
public final class EigenfacesFigure implements Figure<EigenfacesFigure.Series> {
    private static final int N_PEOPLE = 40;
    private static final int N_EACH = 8;
    private static final int NEW_FROM = 4;
    private static final int SHOWN = 16;
    private static final int[] COMPONENTS = {1, 2, 3, 4, 6, 8, 12, 16, 20, 25, 30, 35};

    /**
     * What was learned.
     *
     * @param isReal whether the data set was there
     * @param faces (16, side · side) first eigenfaces
     * @param recognised (12) share of 160 new pictures, by number of components
     */
    public record Series(boolean isReal, double[][] faces, double[] recognised) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(new Range("each", "known pictures of each person", "", 1, 3, 1, 2));
    }

    @Override
    public Series series(Values values) {
        boolean isReal = true;
        Faces faces;
        try (InputStream zip = Datasets.open("att-faces-small/att-faces.zip")) {
            faces = Faces.zipped(zip, N_PEOPLE, N_EACH);
        } catch (NoData e) {
            isReal = false;
            faces = Faces.madeUp(N_PEOPLE, N_EACH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int each = values.whole("each");
        int[] known = indices(0, each);
        int[] others = indices(NEW_FROM, N_EACH);
        int most = COMPONENTS[COMPONENTS.length - 1];
        Eigenfaces fitted = Eigenfaces.fit(chosen(faces, known), people(faces, known), most);
        Require.columns("faces", fitted.faces(), Faces.SIDE * Faces.SIDE);
        Require.finite("faces", fitted.faces());
        Require.columns("scores", fitted.scores(), most);
        double[][] pictures = chosen(faces, others);
        int[] right = people(faces, others);
        double[] recognised = Arrays.stream(COMPONENTS)
                .mapToDouble(k -> {
                    Eigenfaces fewer = new Eigenfaces(
                            fitted.mean(),
                            Arrays.copyOf(fitted.faces(), k),
                            Arrays.stream(fitted.scores())
                                    .map(score -> Arrays.copyOf(score, k))
                                    .toArray(double[][]::new),
                            fitted.people());
                    int[] found = fewer.recognise(pictures);
                    Require.that(
                            found.length == right.length,
                            "recognise(X) must have %d entries, but has %d",
                            right.length,
                            found.length);
                    return (double) IntStream.range(0, right.length)
                                    .filter(i -> found[i] == right[i])
                                    .count()
                            / right.length;
                })
                .toArray();
        return new Series(isReal, Arrays.copyOf(fitted.faces(), SHOWN), recognised);
    }

    private static int[] indices(int from, int to) {
        return IntStream.range(0, N_PEOPLE * N_EACH)
                .filter(i -> i % N_EACH >= from && i % N_EACH < to)
                .toArray();
    }

    private static double[][] chosen(Faces faces, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> faces.light()[i]).toArray(double[][]::new);
    }

    private static int[] people(Faces faces, int[] indices) {
        return Arrays.stream(indices).map(i -> faces.people()[i]).toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                yours.isReal
                        ? "In what do faces differ, and whose is it?"
                        : "In what do made-up faces differ, and whose is it?",
                List.of(faces(yours), recognised(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart faces(Series yours) {
        return Style.signedPictures(
                "The first sixteen eigenfaces, from top left",
                Arrays.stream(yours.faces).map(EigenfacesFigure::square).toList(),
                Collections.nCopies(SHOWN, ""),
                6,
                3);
    }

    /** A face in rows, its largest entry 1 in size; of both signs the one with more that is positive. */
    private static double[][] square(double[] face) {
        double largest =
                Math.max(1e-12, Arrays.stream(face).map(Math::abs).max().orElse(0));
        double sign = Arrays.stream(face).sum() < 0 ? -1 : 1;
        double[][] rows = new double[Faces.SIDE][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(face, i * Faces.SIDE, (i + 1) * Faces.SIDE);
        }
        return Matrix.times(sign / largest, rows);
    }

    private static XYChart recognised(Values values, Series yours, @Nullable Series reference) {
        int each = values.whole("each");
        XYChart chart = Style.xy(
                "160 new pictures, " + each + (each == 1 ? " known" : " known each"), "eigenfaces", "recognised (%)");
        Style.rangeX(chart, 0, COMPONENTS[COMPONENTS.length - 1]);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        double[] x = Arrays.stream(COMPONENTS).asDoubleStream().toArray();
        Style.path(chart, "recognised", 0, x, percent(yours.recognised));
        Style.backgroundLine(
                chart, new double[] {0, x[x.length - 1]}, new double[] {100.0 / N_PEOPLE, 100.0 / N_PEOPLE});
        if (reference != null) {
            Style.referenceLine(chart, x, percent(reference.recognised));
        }
        return chart;
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: sixteen eigenfaces of %d %sfaces. Right: the share of 160 new pictures that are recognised by the number"
                        + " of eigenfaces: %.1f %% with 1, %.1f %% with 4, %.1f %% with 16, %.1f %% with 35; guessing would"
                        + " give 2.5 %%.",
                N_PEOPLE * values.whole("each"),
                yours.isReal ? "" : "made-up ",
                100 * yours.recognised[0],
                100 * yours.recognised[3],
                100 * yours.recognised[7],
                100 * yours.recognised[11]);
        return reference == null
                ? words
                : words
                        + (Arrays.equals(yours.recognised, reference.recognised)
                                ? " The reference recognises as many."
                                : String.format(
                                        Locale.ROOT,
                                        " The reference recognises %.1f %% with 16.",
                                        100 * reference.recognised[7]));
    }
}
