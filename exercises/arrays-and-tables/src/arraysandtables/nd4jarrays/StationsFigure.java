package arraysandtables.nd4jarrays;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A map in the colours of the nearest stations, and how far it is to them. */
public final class StationsFigure implements Figure<StationsFigure.Series> {
    private static final int WIDE = 64;
    private static final int HIGH = 36;
    private static final double SPACING = 0.25;
    private static final double FAR = 8;
    private static final int N_BINS = 32;

    /**
     * What was found.
     *
     * @param stations (nStations, 2) in km
     * @param nearest (nPlaces) index of the nearest station of each place
     * @param distances (nPlaces) to it in km
     */
    public record Series(double[][] stations, int[] nearest, double[] distances) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("stations", "stations", "", 1, 6, 1, 5),
                new Range("seed", "seed of the stations", "", 1, 50, 1, 1));
    }

    @Override
    public Series series(Values values) {
        int n = values.whole("stations");
        double[][] stations = Stations.randomPoints(values.whole("seed"), n, 2);
        Require.columns("randomPoints(seed, n, 2)", stations, 2);
        Require.finite("randomPoints(seed, n, 2)", stations);
        Require.that(stations.length == n, "randomPoints must have %d rows, but has %d", n, stations.length);
        for (double[] station : stations) {
            station[0] = Math.max(-7.8, Math.min(7.8, 3.5 * station[0]));
            station[1] = Math.max(-4.3, Math.min(4.3, 2 * station[1]));
        }
        double[][] places = places();
        double[][] distances = Stations.distances(places, stations);
        Require.columns("distances", distances, n);
        Require.finite("distances", distances);
        int[] nearest = Stations.nearest(places, stations);
        Require.that(
                distances.length == places.length && nearest.length == places.length,
                "distances and nearest must have %d rows",
                places.length);
        Require.that(
                Arrays.stream(nearest).allMatch(k -> k >= 0 && k < n), "nearest must hold indices in [0, %d]", n - 1);
        return new Series(
                stations,
                nearest,
                IntStream.range(0, places.length)
                        .mapToDouble(i -> distances[i][nearest[i]])
                        .toArray());
    }

    private static double[][] places() {
        return IntStream.range(0, WIDE * HIGH)
                .mapToObj(k ->
                        new double[] {SPACING * (k % WIDE - (WIDE - 1) / 2.0), SPACING * (k / WIDE - (HIGH - 1) / 2.0)})
                .toArray(double[][]::new);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Where is the nearest station?",
                List.of(map(yours, reference), distances(yours, reference)),
                description(yours, reference));
    }

    private static XYChart map(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(WIDE * HIGH + " places in the colour of their station", "east (km)", "north (km)");
        Style.equalUnits(chart, 4.7);
        double[][] places = places();
        for (int station = 0; station < yours.stations.length; station++) {
            int k = station;
            int[] chosen = IntStream.range(0, places.length)
                    .filter(i -> yours.nearest[i] == k)
                    .toArray();
            if (chosen.length > 0) {
                Style.points(
                        chart,
                        String.valueOf(station),
                        station,
                        Arrays.stream(chosen).mapToDouble(i -> places[i][0]).toArray(),
                        Arrays.stream(chosen).mapToDouble(i -> places[i][1]).toArray());
            }
        }
        Style.points(chart, "stations", 6, Matrix.column(yours.stations, 0), Matrix.column(yours.stations, 1));
        if (reference != null && !Arrays.equals(yours.nearest, reference.nearest)) {
            int[] wrong = IntStream.range(0, places.length)
                    .filter(i -> yours.nearest[i] != reference.nearest[i] && (i + i / WIDE) % 6 == 0)
                    .toArray();
            if (wrong.length > 0) {
                Style.referencePoints(
                        chart,
                        "the reference differs",
                        Arrays.stream(wrong).mapToDouble(i -> places[i][0]).toArray(),
                        Arrays.stream(wrong).mapToDouble(i -> places[i][1]).toArray());
            }
        }
        return chart;
    }

    private static XYChart distances(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("From each place to its station", "distance (km)", "share of places nearer (%)");
        Style.rangeX(chart, 0, FAR);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(105.0);
        double[] x = IntStream.rangeClosed(0, N_BINS)
                .mapToDouble(bin -> FAR * bin / N_BINS)
                .toArray();
        Style.line(chart, "your distances", 0, x, nearer(yours, x));
        if (reference != null) {
            Style.referenceLine(chart, x, nearer(reference, x));
        }
        return chart;
    }

    private static double[] nearer(Series series, double[] x) {
        return Arrays.stream(x)
                .map(limit -> 100
                        * Arrays.stream(series.distances)
                                .filter(distance -> distance <= limit)
                                .count()
                        / (double) series.distances.length)
                .toArray();
    }

    private static double farthest(Series series) {
        return Arrays.stream(series.distances).max().orElse(0);
    }

    private static String description(Series yours, @Nullable Series reference) {
        long[] sizes = new long[yours.stations.length];
        for (int station : yours.nearest) {
            sizes[station]++;
        }
        String words = String.format(
                Locale.ROOT,
                "Left: %d places on a grid, each in the colour of the nearest of %d stations; they serve %s places. Right:"
                        + " the share of places nearer to their station than a distance; the farthest is %.2f km away.",
                yours.nearest.length,
                yours.stations.length,
                Arrays.toString(sizes),
                farthest(yours));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        return Arrays.equals(yours.nearest, reference.nearest) && Math.abs(farthest(yours) - farthest(reference)) < 1e-9
                ? "Your stations and distances agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "In the reference the farthest is %.2f km away, and %d places have another station.",
                        farthest(reference),
                        IntStream.range(0, yours.nearest.length)
                                .filter(i -> yours.nearest[i] != reference.nearest[i])
                                .count());
    }
}
