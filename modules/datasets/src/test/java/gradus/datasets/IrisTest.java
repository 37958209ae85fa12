package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrisTest {
    private final Table iris = Datasets.table("iris/iris.csv");

    @Test
    void hasFiftyFlowersOfEachSpecies() {
        assertEquals(150, iris.nRows());
        Map<String, Long> flowers = iris.text("species").stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(Map.of("setosa", 50L, "versicolor", 50L, "virginica", 50L), flowers);
    }

    @Test
    void saysTheUnitInTheColumnNames() {
        assertEquals(
                List.of("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm", "species"),
                iris.columns());
    }

    @Test
    void hasThePublishedMeans() {
        double[][] X = iris.numbers();
        double[] means = IntStream.range(0, 4)
                .mapToDouble(
                        j -> Arrays.stream(X).mapToDouble(x -> x[j]).average().orElseThrow())
                .toArray();
        assertArrayEquals(new double[] {5.843333, 3.057333, 3.758, 1.199333}, means, 5e-7);
    }

    @Test
    void hasFishersFiguresInRows35And38() {
        double[][] X = iris.numbers();
        assertArrayEquals(new double[] {4.9, 3.1, 1.5, 0.2}, X[34]);
        assertArrayEquals(new double[] {4.9, 3.6, 1.4, 0.1}, X[37]);
    }
}
