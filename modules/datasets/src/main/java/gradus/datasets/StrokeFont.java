package gradus.datasets;

import java.util.List;
import java.util.Random;

/** A font of pen strokes: each digit in the ways in which people write it. */
final class StrokeFont {
    private static final int STEPS = 6;

    /** Points (x, y), y downwards, in a box of width and height 1. A stroke is smooth; a corner begins a new one. */
    private record Way(double[][]... strokes) {}

    private static final double[][] LOWER_THREE = {{.46, .47}, {.7, .53}, {.78, .74}, {.62, .95}, {.4, 1}, {.2, .9}};

    private static final List<List<Way>> DIGITS = List.of(
            List.of(
                    new Way(new double[][] {
                        {.5, 0}, {.27, .13}, {.19, .45}, {.24, .8}, {.47, 1}, {.71, .87}, {.8, .5}, {.73, .15}, {.5, 0}
                    }),
                    new Way(new double[][] {
                        {.58, .04},
                        {.32, .08},
                        {.2, .4},
                        {.22, .8},
                        {.45, 1},
                        {.72, .88},
                        {.81, .5},
                        {.7, .1},
                        {.48, .02}
                    })),
            List.of(
                    new Way(new double[][] {{.5, 0}, {.5, .5}, {.5, 1}}),
                    new Way(
                            new double[][] {{.32, .24}, {.44, .13}, {.54, 0}},
                            new double[][] {{.54, 0}, {.54, .5}, {.54, 1}}),
                    new Way(
                            new double[][] {{.34, .2}, {.52, .02}},
                            new double[][] {{.52, .02}, {.52, .5}, {.52, 1}},
                            new double[][] {{.28, 1}, {.76, 1}})),
            List.of(
                    new Way(
                            new double[][] {
                                {.22, .26}, {.32, .06}, {.54, 0}, {.75, .12}, {.75, .34}, {.56, .62}, {.22, .97}
                            },
                            new double[][] {{.22, .97}, {.5, .96}, {.82, .97}}),
                    new Way(new double[][] {
                        {.24, .2},
                        {.4, .02},
                        {.68, .06},
                        {.74, .32},
                        {.5, .72},
                        {.26, .97},
                        {.17, .86},
                        {.32, .78},
                        {.55, .93},
                        {.85, .95}
                    })),
            List.of(
                    new Way(new double[][] {{.22, .14}, {.44, 0}, {.7, .1}, {.69, .34}, {.46, .47}}, LOWER_THREE),
                    new Way(
                            new double[][] {{.24, .02}, {.74, .02}},
                            new double[][] {{.74, .02}, {.46, .42}},
                            new double[][] {{.46, .42}, {.7, .48}, {.79, .72}, {.62, .95}, {.4, 1}, {.2, .9}})),
            List.of(
                    new Way(
                            new double[][] {{.3, .02}, {.24, .3}, {.18, .58}},
                            new double[][] {{.18, .58}, {.5, .57}, {.84, .56}},
                            new double[][] {{.68, .2}, {.65, .6}, {.63, 1}}),
                    new Way(
                            new double[][] {{.62, 0}, {.4, .34}, {.14, .68}},
                            new double[][] {{.14, .68}, {.5, .68}, {.86, .67}},
                            new double[][] {{.62, 0}, {.62, .5}, {.61, 1}})),
            List.of(
                    new Way(
                            new double[][] {{.78, .02}, {.55, .02}, {.32, .03}},
                            new double[][] {{.32, .03}, {.29, .24}, {.26, .45}},
                            new double[][] {{.26, .45}, {.5, .37}, {.75, .5}, {.78, .76}, {.56, .99}, {.2, .92}}),
                    new Way(new double[][] {{.8, .04}, {.36, .02}}, new double[][] {
                        {.36, .02}, {.26, .3}, {.4, .44}, {.66, .52}, {.76, .74}, {.58, .98}, {.22, .96}
                    })),
            List.of(
                    new Way(new double[][] {
                        {.68, .02},
                        {.42, .2},
                        {.25, .52},
                        {.25, .84},
                        {.48, 1},
                        {.73, .88},
                        {.74, .64},
                        {.52, .53},
                        {.28, .68}
                    }),
                    new Way(new double[][] {
                        {.5, 0},
                        {.32, .34},
                        {.24, .7},
                        {.34, .96},
                        {.6, .98},
                        {.74, .8},
                        {.62, .6},
                        {.4, .6},
                        {.26, .78}
                    })),
            List.of(
                    new Way(
                            new double[][] {{.18, .05}, {.5, .04}, {.82, .03}},
                            new double[][] {{.82, .03}, {.6, .45}, {.42, 1}}),
                    new Way(
                            new double[][] {{.18, .05}, {.82, .03}},
                            new double[][] {{.82, .03}, {.6, .45}, {.44, 1}},
                            new double[][] {{.34, .5}, {.78, .48}}),
                    new Way(
                            new double[][] {{.2, .2}, {.22, .05}, {.5, .05}, {.8, .03}},
                            new double[][] {{.8, .03}, {.56, .5}, {.48, 1}})),
            List.of(
                    new Way(
                            new double[][] {{.5, .46}, {.3, .34}, {.31, .1}, {.5, 0}, {.7, .1}, {.7, .34}, {.5, .46}},
                            new double[][] {
                                {.5, .46}, {.24, .62}, {.24, .88}, {.5, 1}, {.77, .88}, {.76, .62}, {.5, .46}
                            }),
                    new Way(new double[][] {
                        {.72, .14},
                        {.5, 0},
                        {.29, .14},
                        {.36, .38},
                        {.64, .56},
                        {.76, .8},
                        {.54, 1},
                        {.27, .86},
                        {.34, .6},
                        {.6, .38},
                        {.72, .14}
                    })),
            List.of(
                    new Way(
                            new double[][] {{.74, .2}, {.52, 0}, {.28, .12}, {.28, .4}, {.5, .52}, {.7, .42}, {.74, .2}
                            },
                            new double[][] {{.74, .2}, {.72, .6}, {.66, 1}}),
                    new Way(
                            new double[][] {{.74, .22}, {.5, 0}, {.26, .16}, {.3, .44}, {.54, .5}, {.74, .22}},
                            new double[][] {{.74, .22}, {.74, .66}, {.58, .97}, {.28, .95}})));

    private StrokeFont() {}

    /** One way to write a digit. The arrays are shared: they are only read. */
    static double[][][] strokes(int digit, Random random) {
        List<Way> ways = DIGITS.get(digit);
        return ways.get(random.nextInt(ways.size())).strokes();
    }

    /**
     * A smooth curve through points: cubic pieces whose slope at a point is that of the line between its neighbours.
     *
     * <p>Source: E. Catmull, R. Rom, <i>A class of local interpolating splines</i>, Computer Aided Geometric Design,
     * 1974.
     *
     * @param points (nPoints, 2)
     * @return (6 · (nPoints - 1) + 1, 2)
     */
    static double[][] smooth(double[][] points) {
        int last = points.length - 1;
        double[][] curve = new double[STEPS * last + 1][2];
        for (int i = 0; i < last; i++) {
            double[] before = points[Math.max(0, i - 1)];
            double[] after = points[Math.min(last, i + 2)];
            for (int step = 0; step < STEPS; step++) {
                double t = step / (double) STEPS;
                for (int axis = 0; axis < 2; axis++) {
                    double from = points[i][axis];
                    double to = points[i + 1][axis];
                    double slope = (to - before[axis]) / 2;
                    double nextSlope = (after[axis] - from) / 2;
                    double bend = 3 * (to - from) - 2 * slope - nextSlope;
                    double twist = 2 * (from - to) + slope + nextSlope;
                    curve[STEPS * i + step][axis] = from + t * (slope + t * (bend + t * twist));
                }
            }
        }
        curve[STEPS * last] = points[last].clone();
        return curve;
    }
}
