package linearalgebra.matrixmaps;

import gradus.kit.Require;

/**
 * Pictures under linear maps. Each pixel of the result asks where it came from and looks there; if pixels of the old
 * picture were sent away instead, a picture that grows would have holes.
 *
 * <p>Source: R. Szeliski, <i>Computer Vision</i>, 2nd ed., Springer 2022, §3.6.1.
 */
public final class Warp {
    /** So far off the edge, in pixels, is still on it: that is round-off. */
    private static final double EDGE = 1e-9;

    private Warp() {}

    /**
     * The shade between pixels: the mean of the four around, each by how near it is. Between the middles of pixels it
     * is linear along rows and along columns.
     *
     * @param picture (height, width) shades
     * @param row 0 in the middle of the first row, may be a fraction
     * @param column 0 in the middle of the first column, may be a fraction
     * @return a shade; 0 outside of the middles of the outer pixels
     * @throws IllegalArgumentException if picture is empty or ragged
     */
    public static double sample(double[][] picture, double row, double column) {
        Require.matrix("picture", picture);
        int lastRow = picture.length - 1;
        int lastColumn = picture[0].length - 1;
        if (row < -EDGE || row > lastRow + EDGE || column < -EDGE || column > lastColumn + EDGE) {
            return 0;
        }
        double r = Math.max(0, Math.min(row, lastRow));
        double c = Math.max(0, Math.min(column, lastColumn));
        // begin solution: the pixel above and left of (r, c) and its neighbours, none of which may lie outside; how
        // far down and right of it (r, c) is; a mean along the upper row, one along the lower row, and one of both
        int top = (int) r;
        int left = (int) c;
        int bottom = Math.min(top + 1, lastRow);
        int right = Math.min(left + 1, lastColumn);
        double down = r - top;
        double across = c - left;
        double upper = (1 - across) * picture[top][left] + across * picture[top][right];
        double lower = (1 - across) * picture[bottom][left] + across * picture[bottom][right];
        return (1 - down) * upper + down * lower;
        // end solution
    }

    /**
     * A picture after a map around its middle, as large as before; what lies outside is lost, what comes from outside
     * is 0.
     *
     * @param picture (height, width) shades, row 0 on top; not modified
     * @param A (2, 2) the map, x to the right and y upwards
     * @return (height, width)
     * @throws IllegalArgumentException if picture is empty or ragged, or A is not (2, 2) or has the determinant 0
     */
    public static double[][] image(double[][] picture, double[][] A) {
        Require.matrix("picture", picture);
        // begin solution: for each pixel: x and y as seen from the middle ((height - 1) / 2, (width - 1) / 2); the
        // inverse map of that; row and column of it; the shade there
        double[][] back = Maps.inverse(A);
        double middleRow = (picture.length - 1) / 2.0;
        double middleColumn = (picture[0].length - 1) / 2.0;
        double[][] warped = new double[picture.length][picture[0].length];
        for (int i = 0; i < warped.length; i++) {
            for (int j = 0; j < warped[i].length; j++) {
                double x = j - middleColumn;
                double y = middleRow - i;
                double fromX = back[0][0] * x + back[0][1] * y;
                double fromY = back[1][0] * x + back[1][1] * y;
                warped[i][j] = sample(picture, middleRow - fromY, middleColumn + fromX);
            }
        }
        return warped;
        // end solution
    }
}
