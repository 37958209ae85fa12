package gradus.checks;

import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matrices with at least one column wherever there is a row. */
record MatrixData(Data<Integer> nRows, Data<Integer> nColumns, Data<Double> entries) implements Data<double[][]> {
    @Override
    public double[][] draw(RandomGenerator random) {
        double[][] A = new double[nRows.draw(random)][nColumns.draw(random)];
        for (double[] row : A) {
            Arrays.setAll(row, j -> entries.draw(random));
        }
        return A;
    }

    @Override
    public boolean allows(double[][] A) {
        return nRows.allows(A.length)
                && (A.length == 0 || nColumns.allows(A[0].length))
                && Arrays.stream(A).flatMapToDouble(Arrays::stream).allMatch(entries::allows);
    }

    /** With fewer rows; with fewer columns; with all entries rounded; with one entry simpler. */
    @Override
    public Stream<double[][]> simpler(double[][] A) {
        int n = A.length;
        int m = n == 0 ? 0 : A[0].length;
        Stream<double[][]> fewerRows =
                Cut.of(n, nRows).map(cut -> cut.kept(n).mapToObj(i -> A[i]).toArray(double[][]::new));
        Stream<double[][]> fewerColumns = Cut.of(m, nColumns)
                .map(cut -> Arrays.stream(A)
                        .map(row -> cut.kept(m).mapToDouble(j -> row[j]).toArray())
                        .toArray(double[][]::new));
        double[][] rounded = Arrays.stream(A)
                .map(row -> Arrays.stream(row).map(Math::rint).toArray())
                .toArray(double[][]::new);
        Stream<double[][]> simplerEntries = IntStream.range(0, n * m)
                .boxed()
                .flatMap(k -> entries.simpler(A[k / m][k % m]).map(entry -> with(A, k / m, k % m, entry)));
        return Stream.of(
                        fewerRows,
                        fewerColumns,
                        Stream.<double[][]>of(rounded).filter(each -> !Arrays.deepEquals(each, A) && allows(each)),
                        simplerEntries)
                .flatMap(each -> each);
    }

    private static double[][] with(double[][] A, int i, int j, double entry) {
        double[][] B = Matrix.copy(A);
        B[i][j] = entry;
        return B;
    }
}
