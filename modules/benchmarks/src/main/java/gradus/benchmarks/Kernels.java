package gradus.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import decompositions.pca.Pca;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import regression.linearregression.LinearRegression;
import regression.regressionlosses.Loss;

/**
 * Numeric work of the kit, of rooms and of EJML on the numbers of a file, each again and again for some seconds;
 * numerics.py does the same. For each piece of work it prints its name, who does it, CPU seconds and a number by which
 * results can be compared.
 */
public final class Kernels {
    private static final double WARM_UP = 0.7;

    private final double[] numbers;
    private final double seconds;

    private Kernels(double[] numbers, double seconds) {
        this.numbers = numbers;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws IOException {
        Kernels kernels = of(arguments);
        kernels.kit();
        kernels.pca();
        kernels.regression();
        kernels.descent();
        kernels.losses();
        new AlgebraKernels(kernels).run();
    }

    /** @param arguments a file of numbers, and for how many seconds each piece of work is measured */
    static Kernels of(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        double[] numbers = new double[(int) (Files.size(file) / Double.BYTES)];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readDouble();
            }
        }
        return new Kernels(numbers, Double.parseDouble(arguments[1]));
    }

    /** The first numbers of the file, row by row. */
    double[][] matrix(int nRows, int nColumns) {
        return IntStream.range(0, nRows)
                .mapToObj(i -> vector(i * nColumns, nColumns))
                .toArray(double[][]::new);
    }

    /** Numbers of the file from one of them on. */
    double[] vector(int from, int n) {
        return Arrays.copyOfRange(numbers, from, from + n);
    }

    private void kit() {
        double[][] A = matrix(300, 300);
        DMatrixRMaj ejmlA = new DMatrixRMaj(A);
        measure("matrix-product", "gradus", () -> size(Matrix.times(A, A)));
        measure("matrix-product", "ejml", () -> {
            DMatrixRMaj C = new DMatrixRMaj(300, 300);
            CommonOps_DDRM.mult(ejmlA, ejmlA, C);
            return size(C.data);
        });

        double[][] B = matrix(300, 30);
        DMatrixRMaj ejmlB = new DMatrixRMaj(B);
        measure("svd", "gradus", () -> Arrays.stream(Svd.thin(B).s()).sum());
        measure("svd", "ejml", () -> {
            SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(300, 30, true, true, true);
            svd.decompose(ejmlB.copy());
            return Arrays.stream(svd.getSingularValues()).sum();
        });

        double[][] X = matrix(2000, 20);
        measure("centre", "gradus", () -> size(Matrix.minusRow(X, Matrix.columnMeans(X))));
    }

    private void pca() {
        double[][] X = matrix(1000, 20);
        Pca pca = Pca.fit(X, 5);
        measure(
                "pca-fit",
                "gradus",
                () -> Arrays.stream(Pca.fit(X, 5).explainedVariance()).sum());
        measure("pca-transform", "gradus", () -> size(pca.transform(X)));
        measure("pca-standardise", "gradus", () -> size(Pca.standardise(X)));
    }

    private void regression() {
        double[][] X = matrix(2000, 10);
        double[] y = Arrays.copyOfRange(numbers, 20_000, 22_000);
        LinearRegression model = LinearRegression.fitQr(X, y);
        measure("least-squares-qr", "gradus", () -> size(LinearRegression.fitQr(X, y)));
        DMatrixRMaj A = new DMatrixRMaj(Matrix.withOnes(X));
        DMatrixRMaj b = new DMatrixRMaj(2000, 1, true, y);
        measure("least-squares-qr", "ejml", () -> {
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.qr(2000, 11);
            DMatrixRMaj x = new DMatrixRMaj(11, 1);
            solver.setA(A.copy());
            solver.solve(b, x);
            return size(x.data);
        });
        measure("normal-equation", "gradus", () -> size(LinearRegression.fitNormalEquation(X, y)));
        measure("normal-equation", "ejml", () -> {
            DMatrixRMaj product = new DMatrixRMaj(11, 11);
            DMatrixRMaj right = new DMatrixRMaj(11, 1);
            DMatrixRMaj x = new DMatrixRMaj(11, 1);
            CommonOps_DDRM.multTransA(A, A, product);
            CommonOps_DDRM.multTransA(A, b, right);
            CommonOps_DDRM.solve(product, right, x);
            return size(x.data);
        });
        measure("predict", "gradus", () -> size(model.predict(X)));
        measure("least-squares-descent", "gradus", () -> size(LinearRegression.fitGradientDescent(X, y, 0.1, 100)));
    }

    private void descent() {
        double[][] X = matrix(1000, 10);
        double[] y = Arrays.copyOfRange(numbers, 20_000, 21_000);
        int[][] orders = new int[5][];
        Arrays.fill(orders, IntStream.range(0, 1000).toArray());
        measure(
                "sgd-1",
                "gradus",
                () -> size(
                        GradientDescent.sgd(
                                (w, batch) -> halfSquares(X, y, w, batch), new double[11], 0.01, 0, 1, orders)[5]));
        measure(
                "sgd-32",
                "gradus",
                () -> size(
                        GradientDescent.sgd(
                                (w, batch) -> halfSquares(X, y, w, batch), new double[11], 0.01, 0, 32, orders)[5]));

        double[][] G = matrix(100, 50);
        double[][] H = Matrix.times(Matrix.transpose(G), G);
        double[] start = new double[50];
        Arrays.fill(start, 1);
        measure("backtracking", "gradus", () -> {
            double[][] path = GradientDescent.descend(
                            x -> Matrix.times(H, x),
                            GradientDescent.backtracking(x -> Matrix.dot(x, Matrix.times(H, x)) / 2, 1),
                            start,
                            0,
                            50)
                    .path();
            return size(path[50]);
        });
    }

    /** The gradient of half the mean squared residual; the bias is the last weight. */
    private static double[] halfSquares(double[][] X, double[] y, double[] weights, int[] batch) {
        double[] gradient = new double[weights.length];
        int n = X[0].length;
        for (int i : batch) {
            double residual = weights[n] - y[i];
            for (int j = 0; j < n; j++) {
                residual += weights[j] * X[i][j];
            }
            residual /= batch.length;
            for (int j = 0; j < n; j++) {
                gradient[j] += residual * X[i][j];
            }
            gradient[n] += residual;
        }
        return gradient;
    }

    private void losses() {
        double[] y = Arrays.copyOfRange(numbers, 0, 10_000);
        double[] yHat = Arrays.copyOfRange(numbers, 10_000, 20_000);
        Loss.Squared squared = new Loss.Squared();
        Loss.Absolute absolute = new Loss.Absolute();
        Loss.Huber huber = new Loss.Huber(1.5);
        Loss.Pinball pinball = new Loss.Pinball(0.9);
        measure("squared-loss", "gradus", () -> squared.mean(y, yHat));
        measure("absolute-loss", "gradus", () -> absolute.mean(y, yHat));
        measure("huber-loss", "gradus", () -> huber.mean(y, yHat));
        measure("pinball-loss", "gradus", () -> pinball.mean(y, yHat));
        measure("r2", "gradus", () -> Loss.r2(y, yHat));

        double[][] X = matrix(1000, 10);
        double[] target = Arrays.copyOfRange(numbers, 20_000, 21_000);
        measure("huber-descent", "gradus", () -> size(huber.fit(X, target, 0.1, 100)));
    }

    private static double size(LinearRegression model) {
        return Math.abs(model.bias()) + size(model.weights());
    }

    static double size(double[][] A) {
        double sum = 0;
        for (double[] row : A) {
            sum += size(row);
        }
        return sum;
    }

    static double size(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += Math.abs(value);
        }
        return sum;
    }

    void measure(String work, String by, DoubleSupplier result) {
        repeat(WARM_UP * seconds, result);
        Pass pass = repeat(seconds, result);
        System.out.printf(Locale.ROOT, "%s %s %.6e %.12e%n", work, by, pass.cpu, pass.result);
    }

    /** What one call took and gave, on average. */
    private record Pass(double cpu, double result) {}

    private static Pass repeat(double seconds, DoubleSupplier result) {
        double sum = 0;
        int times = 0;
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        while (secondsSince(start) < seconds) {
            sum += result.getAsDouble();
            times++;
        }
        return new Pass((cpuSeconds() - cpu) / times, sum / times);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
