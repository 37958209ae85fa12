package gradus.kit.figure;

import java.util.function.DoubleBinaryOperator;

/**
 * Where a function of two numbers has certain values, as many short lines. A rectangle is cut into small triangles; in
 * each, the function is taken for flat, so that a contour crosses two sides of it or none.
 */
final class Contours {
    private static final int N_CELLS = 96;
    private static final int[][] SIDES = {{0, 1}, {1, 2}, {2, 0}};

    private final Segments segments = new Segments();
    private final double[] levels;

    /** @param rectangle xMin, xMax, yMin, yMax */
    Contours(DoubleBinaryOperator f, double[] rectangle, double[] levels) {
        this.levels = levels;
        double width = (rectangle[1] - rectangle[0]) / N_CELLS;
        double height = (rectangle[3] - rectangle[2]) / N_CELLS;
        double[][][] corners = new double[N_CELLS + 1][N_CELLS + 1][];
        for (int i = 0; i <= N_CELLS; i++) {
            for (int j = 0; j <= N_CELLS; j++) {
                double x = rectangle[0] + i * width;
                double y = rectangle[2] + j * height;
                corners[i][j] = new double[] {x, y, f.applyAsDouble(x, y)};
            }
        }
        for (int i = 0; i < N_CELLS; i++) {
            for (int j = 0; j < N_CELLS; j++) {
                cross(corners[i][j], corners[i + 1][j], corners[i][j + 1]);
                cross(corners[i + 1][j + 1], corners[i + 1][j], corners[i][j + 1]);
            }
        }
    }

    Segments segments() {
        return segments;
    }

    /** Each corner is x, y and the function's value there. */
    private void cross(double[]... triangle) {
        for (double level : levels) {
            double[][] ends = new double[2][];
            int n = 0;
            for (int[] side : SIDES) {
                double[] a = triangle[side[0]];
                double[] b = triangle[side[1]];
                if ((a[2] < level) != (b[2] < level)) {
                    double part = (level - a[2]) / (b[2] - a[2]);
                    ends[n++] = new double[] {a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])};
                }
            }
            if (n == 2) {
                segments.add(ends[0][0], ends[0][1], ends[1][0], ends[1][1]);
            }
        }
    }
}
