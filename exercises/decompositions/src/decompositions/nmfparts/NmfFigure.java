package decompositions.nmfparts;

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
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Parts of faces, and how the loss falls. */
public final class NmfFigure implements Figure<NmfFigure.Series> {
    private static final int N_PEOPLE = 40;
    private static final int N_EACH = 3;
    private static final int COLUMNS = 5;

    /**
     * What was learned.
     *
     * @param isReal whether the data set was there
     * @param parts (nParts, side · side) as ink: 0 for none to 1 for the most of the part
     * @param losses (nSteps + 1) as parts of the sum of all squares
     * @param zeros the share of entries of the parts that are below 1 % of their part's largest
     */
    public record Series(boolean isReal, double[][] parts, double[] losses, double zeros) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("parts", "number of parts", "", 1, 15, 1, 10),
                new Range("steps", "steps", "", 0, 200, 10, 100));
    }

    @Override
    public Series series(Values values) {
        Faces faces;
        boolean isReal = true;
        try (InputStream zip = Datasets.open("att-faces-small/att-faces.zip")) {
            faces = Faces.zipped(zip, N_PEOPLE, N_EACH);
        } catch (NoData e) {
            isReal = false;
            faces = Faces.madeUp(N_PEOPLE, N_EACH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Ink, not light: what is added up are dark parts on white paper.
        double[][] ink = Arrays.stream(faces.light())
                .map(face -> Arrays.stream(face).map(light -> 1 - light).toArray())
                .toArray(double[][]::new);
        int nParts = values.whole("parts");
        Nmf nmf = Nmf.fit(
                ink, positive(1, ink.length, nParts), positive(2, nParts, ink[0].length), values.whole("steps"));
        double[][] parts = nmf.parts();
        Require.columns("parts", parts, ink[0].length);
        Require.finite("parts", parts);
        Require.that(parts.length == nParts, "parts must have %d rows, but has %d", nParts, parts.length);
        Require.length("losses", nmf.losses(), values.whole("steps") + 1);
        Require.finite("losses", new double[][] {nmf.losses()});
        double all =
                Arrays.stream(ink).mapToDouble(face -> Matrix.dot(face, face)).sum();
        double[][] shown = Arrays.stream(parts)
                .map(part -> Matrix.times(
                        1 / Math.max(1e-12, Arrays.stream(part).max().orElse(0)), new double[][] {part})[0])
                .toArray(double[][]::new);
        double zeros = Arrays.stream(shown)
                .flatMapToDouble(Arrays::stream)
                .map(entry -> entry < 0.01 ? 1 : 0)
                .average()
                .orElse(0);
        return new Series(isReal, shown, Matrix.times(1 / all, new double[][] {nmf.losses()})[0], zeros);
    }

    private static double[][] positive(int seed, int nRows, int nColumns) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, nRows)
                .mapToObj(i -> random.doubles(nColumns, 0.1, 1).toArray())
                .toArray(double[][]::new);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                yours.isReal
                        ? "Of which parts are 120 faces the sum?"
                        : "Of which parts are 120 made-up faces the sum?",
                List.of(parts(yours), losses(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart parts(Series yours) {
        return Style.pictures(
                "Parts, each from white for none to its darkest",
                Arrays.stream(yours.parts)
                        .map(part -> Faces.shades(
                                Arrays.stream(part).map(entry -> 1 - entry).toArray()))
                        .toList(),
                Collections.nCopies(yours.parts.length, ""),
                COLUMNS,
                3);
    }

    private static XYChart losses(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("What is not explained", "step", "loss / sum of squares of all faces");
        Style.logarithmicY(chart);
        chart.getStyler().setYAxisMin(1e-3).setYAxisMax(10.0);
        Style.rangeX(chart, 0, Math.max(1, yours.losses.length - 1));
        if (yours.losses.length > 1) {
            Style.line(chart, "loss", 0, steps(yours), clipped(yours));
            if (reference != null) {
                Style.referenceLine(chart, steps(reference), clipped(reference));
            }
        } else {
            Style.points(chart, "loss of the start", 0, steps(yours), clipped(yours));
            if (reference != null) {
                Style.referencePoints(chart, "reference", steps(reference), clipped(reference));
            }
        }
        return chart;
    }

    private static double[] steps(Series series) {
        return IntStream.range(0, series.losses.length).asDoubleStream().toArray();
    }

    private static double[] clipped(Series series) {
        return Arrays.stream(series.losses)
                .map(loss -> Math.max(1e-3, Math.min(10, loss)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: %d parts of 120 %s after %d steps; %.0f %% of their entries are below a hundredth of the part's"
                        + " largest. Right: the loss by step on a logarithmic axis, from %.1f %% of the sum of squares down to"
                        + " %.2f %%.",
                values.whole("parts"),
                yours.isReal ? "faces" : "made-up faces",
                values.whole("steps"),
                100 * yours.zeros,
                100 * yours.losses[0],
                100 * yours.losses[yours.losses.length - 1]);
        if (reference == null) {
            return words;
        }
        double last = reference.losses[reference.losses.length - 1];
        return words
                + (Math.abs(yours.losses[yours.losses.length - 1] - last) <= 1e-9 * last
                        ? " The reference has the same loss in the end."
                        : String.format(Locale.ROOT, " The reference comes down to %.2f %%.", 100 * last));
    }
}
