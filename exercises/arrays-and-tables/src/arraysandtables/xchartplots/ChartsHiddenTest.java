package arraysandtables.xchartplots;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.xchartplots.Charts.Group;
import arraysandtables.xchartplots.Picture.Labels;
import arraysandtables.xchartplots.Picture.Series;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class ChartsHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("the line goes through both means, whatever the points are")
    void throughTheMeans(RandomGenerator random) {
        int n = random.nextInt(3, 12);
        double[] x = random.doubles(n, -5, 5).toArray();
        double[] y = random.doubles(n, -5, 5).toArray();
        Series line = ChartsTest.series("withLine", 2, Charts.withLine(labels(), new Group("points", x, y)))
                .get(1);

        assertEquals(2, line.y().length, "points of the line.");
        double meanX = Arrays.stream(x).average().orElseThrow();
        double slope = (line.y()[1] - line.y()[0]) / (line.x()[1] - line.x()[0]);
        assertClose(
                "the line at the mean of x",
                Arrays.stream(y).average().orElseThrow(),
                line.y()[0] + slope * (meanX - line.x()[0]),
                1e-9,
                "y = intercept + slope · x at both ends.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("bars count every value, and stairs end at 100")
    void everyValue(RandomGenerator random) {
        double[] values = random.doubles(random.nextInt(5, 60), -3, 9).toArray();
        Series bars = ChartsTest.series("histogram", 1, Charts.histogram(labels(), values))
                .get(0);
        Series stairs = ChartsTest.series("staircase", 1, Charts.staircase(labels(), values))
                .get(0);

        assertEquals(bars.x().length, bars.y().length, "bars and their places.");
        assertClose("sum of the bars", values.length, Arrays.stream(bars.y()).sum(), 1e-9, "Counts.");
        assertEquals(values.length, stairs.y().length, "stairs of different values.");
        assertClose("the last stair", 100, stairs.y()[values.length - 1], 1e-9, "In percent.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("every entry of a matrix is in one cell")
    void everyCell(RandomGenerator random) {
        double[][] matrix = new double[3][];
        for (int i = 0; i < 3; i++) {
            matrix[i] = random.doubles(3, -1, 1).toArray();
        }
        HeatMap map = Charts.heatMap("Any", List.of("a", "b", "c"), matrix);

        assertEquals(9, map.cells().length, "cells.");
        double[][] found = new double[3][3];
        for (double[] cell : map.cells()) {
            found[2 - (int) cell[1]][(int) cell[0]] = cell[2];
        }
        assertClose(
                "matrix in the heat map, from above", matrix, found, 0, "A cell is {column, row from below, value}.");
    }

    private static Labels labels() {
        return new Labels("Any", "x", "y");
    }
}
