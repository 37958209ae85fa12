package gradus.benchmarks;

import decompositions.eigensolvers.Eigen;
import decompositions.svdlowrank.Svd;
import gradus.kit.Matrix;
import java.util.Arrays;
import linearalgebra.linearsolvers.Lu;
import linearalgebra.matrixproducts.Products;
import linearalgebra.qrcholesky.Cholesky;
import linearalgebra.qrcholesky.Qr;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The rooms' own solvers and decompositions, and those of EJML. */
final class AlgebraKernels {
    private static final int N = 200;
    private static final int N_EIGEN = 100;

    private final Kernels kernels;

    AlgebraKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    void run() {
        products();
        solvers();
        leastSquares();
        eigenvalues();
        singularValues();
    }

    private void products() {
        double[][] A = kernels.matrix(N, N);
        kernels.measure("blocked-product", "gradus", () -> Kernels.size(Products.blocked(A, A, 32)));
        DMatrixRMaj ejmlA = new DMatrixRMaj(A);
        kernels.measure("blocked-product", "ejml", () -> {
            DMatrixRMaj C = new DMatrixRMaj(N, N);
            CommonOps_DDRM.mult(ejmlA, ejmlA, C);
            return Kernels.size(C.data);
        });
    }

    private void solvers() {
        double[][] A = kernels.matrix(N, N);
        double[] b = kernels.vector(N * N, N);
        kernels.measure("lu-solve", "gradus", () -> Kernels.size(Lu.of(A).solve(b)));
        kernels.measure("lu-solve", "ejml", () -> solve(LinearSolverFactory_DDRM.lu(N), A, b));
        kernels.measure("inverse", "gradus", () -> Kernels.size(Lu.of(A).inverse()));
        kernels.measure("inverse", "ejml", () -> {
            DMatrixRMaj inverse = new DMatrixRMaj(A);
            CommonOps_DDRM.invert(inverse);
            return Kernels.size(inverse.data);
        });

        double[][] G = Matrix.times(Matrix.transpose(A), A);
        kernels.measure(
                "cholesky-solve", "gradus", () -> Kernels.size(Cholesky.of(G).solve(b)));
        kernels.measure("cholesky-solve", "ejml", () -> solve(LinearSolverFactory_DDRM.chol(N), G, b));
    }

    private void leastSquares() {
        double[][] A = kernels.matrix(500, 50);
        double[] b = kernels.vector(40_000, 500);
        kernels.measure(
                "qr-least-squares", "gradus", () -> Kernels.size(Qr.of(A).leastSquares(b)));
        kernels.measure("qr-least-squares", "ejml", () -> solve(LinearSolverFactory_DDRM.qr(500, 50), A, b));
    }

    private static double solve(LinearSolverDense<DMatrixRMaj> solver, double[][] A, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(A[0].length, 1);
        solver.setA(new DMatrixRMaj(A));
        solver.solve(new DMatrixRMaj(b.length, 1, true, b), x);
        return Kernels.size(x.data);
    }

    private void eigenvalues() {
        double[][] B = kernels.matrix(N_EIGEN, N_EIGEN);
        double[][] A = new double[N_EIGEN][N_EIGEN];
        for (int i = 0; i < N_EIGEN; i++) {
            for (int j = 0; j < N_EIGEN; j++) {
                A[i][j] = B[i][j] + B[j][i];
            }
        }
        kernels.measure(
                "symmetric-eigen", "gradus", () -> Kernels.size(Eigen.jacobi(A).values()));
        DMatrixRMaj ejmlA = new DMatrixRMaj(A);
        kernels.measure("symmetric-eigen", "ejml", () -> {
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(N_EIGEN, true, true);
            eigen.decompose(ejmlA.copy());
            double sum = 0;
            for (int k = 0; k < N_EIGEN; k++) {
                sum += Math.abs(eigen.getEigenvalue(k).getReal());
            }
            return sum;
        });
    }

    private void singularValues() {
        double[][] A = kernels.matrix(300, 30);
        kernels.measure("svd-room", "gradus", () -> Kernels.size(Svd.thin(A).s()));
        DMatrixRMaj ejmlA = new DMatrixRMaj(A);
        kernels.measure("svd-room", "ejml", () -> {
            SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(300, 30, true, true, true);
            svd.decompose(ejmlA.copy());
            return Arrays.stream(svd.getSingularValues()).sum();
        });
    }
}
