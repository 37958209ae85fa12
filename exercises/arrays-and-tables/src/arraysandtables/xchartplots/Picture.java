package arraysandtables.xchartplots;

import java.util.List;

/**
 * What a chart of XChart holds. It is given: a chart lives in the process that made it, so it is read out and comes
 * over as data.
 *
 * @param limits (4) of the axes: xMin, xMax, yMin, yMax; infinite where XChart may choose
 * @param series in the order in which they were added
 */
public record Picture(Labels labels, double[] limits, List<Series> series) {
    /**
     * The words around a chart.
     *
     * @param title above it
     * @param x below it, with unit
     * @param y beside it, with unit
     */
    public record Labels(String title, String x, String y) {}

    /**
     * One series of a chart.
     *
     * @param style how XChart draws it: Scatter, Line, Step, Bar; for a box, how it computes quartiles
     * @param x of its points; empty for a box, whose values are y
     */
    public record Series(String name, String style, double[] x, double[] y) {}
}
