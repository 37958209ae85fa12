package gradus.kit.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ContoursTest {
    @Test
    @DisplayName("contours of a bowl are circles around its bottom")
    void circles() {
        XYChart chart = Style.xy("A bowl", "x", "y");
        Style.contours(chart, (x, y) -> x * x + y * y, -2, 2, -1.5, 1.5, 1);
        XYSeries series = chart.getSeriesCollection().iterator().next();

        double[] x = series.getXData();
        double[] y = series.getYData();
        double length = 0;
        for (int i = 0; i < x.length; i += 3) {
            assertEquals(1, Math.hypot(x[i], y[i]), 1e-3);
            assertEquals(Double.NaN, y[i + 2]);
            length += Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
        }
        assertEquals(2 * Math.PI, length, 1e-2);
    }

    @Test
    @DisplayName("an arrow of a field goes from its place to its tip, and back a little on both sides")
    void arrows() {
        XYChart chart = Style.xy("Wind", "x", "y");
        Style.field(chart, "wind", 0, new double[][] {{1, 1}}, new double[][] {{2, 1}});
        XYSeries series = chart.getSeries("wind");

        assertEquals(9, series.getXData().length);
        assertEquals(1, series.getXData()[0]);
        assertEquals(2, series.getXData()[1]);
        assertEquals(1.7, series.getXData()[4], 1e-12);
        assertEquals(1.15, series.getYData()[4], 1e-12);
        assertEquals(0.85, series.getYData()[7], 1e-12);
    }
}
