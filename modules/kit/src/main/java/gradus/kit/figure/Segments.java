package gradus.kit.figure;

import java.util.stream.DoubleStream;

/** Short lines that do not touch, as the x and y of one series: NaN lifts the pen. */
final class Segments {
    private final DoubleStream.Builder x = DoubleStream.builder();
    private final DoubleStream.Builder y = DoubleStream.builder();

    void add(double fromX, double fromY, double toX, double toY) {
        x.add(fromX).add(toX).add(toX);
        y.add(fromY).add(toY).add(Double.NaN);
    }

    double[] x() {
        return x.build().toArray();
    }

    double[] y() {
        return y.build().toArray();
    }
}
