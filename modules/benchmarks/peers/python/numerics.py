"""The work of Kernels.java, by NumPy, SciPy and scikit-learn. For each piece it prints its name, who does it, CPU
seconds and a number by which results can be compared."""

import sys
import time

import numpy as np
import scipy.linalg
import scipy.special
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, Ridge, SGDRegressor
from sklearn.metrics import mean_absolute_error, mean_pinball_loss, mean_squared_error, r2_score
from sklearn.preprocessing import StandardScaler

WARM_UP = 0.2

numbers = np.fromfile(sys.argv[1], ">f8").astype(float)
seconds = float(sys.argv[2])


def matrix(n_rows, n_columns):
    return numbers[: n_rows * n_columns].reshape(n_rows, n_columns).copy()


def size(a):
    return np.abs(a).sum()


def measure(work, by, result):
    start = time.perf_counter()
    while time.perf_counter() - start < WARM_UP * seconds:
        result()
    total, times = 0.0, 0
    cpu, start = time.process_time(), time.perf_counter()
    while time.perf_counter() - start < seconds:
        total += result()
        times += 1
    cpu = time.process_time() - cpu
    print(work, by, f"{cpu / times:.6e} {total / times:.12e}", flush=True)


def kit():
    A = matrix(300, 300)
    measure("matrix-product", "numpy", lambda: size(A @ A))
    B = matrix(300, 30)
    measure("svd", "numpy", lambda: np.linalg.svd(B, full_matrices=False)[1].sum())
    measure("svd", "scipy", lambda: jacobi(B))
    X = matrix(2000, 20)
    measure("centre", "numpy", lambda: size(X - X.mean(axis=0)))


def jacobi(A):
    """LAPACK's one-sided Jacobi rotations with U and V."""
    s, _, _, work, _, _ = scipy.linalg.lapack.dgejsv(A, joba=0, jobu=0, jobv=0, jobr=0, jobt=0, jobp=1)
    return s.sum() * work[0] / work[1]


def pca():
    X = matrix(1000, 20)
    model = PCA(n_components=5, svd_solver="full").fit(X)
    mean = X.mean(axis=0)

    def fit():
        s = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)[1]
        return (s[:5] ** 2 / 999).sum()

    def standardise():
        Z = X - X.mean(axis=0)
        return size(Z / X.std(axis=0, ddof=1))

    measure("pca-fit", "numpy", fit)
    measure("pca-fit", "scikit-learn", lambda: PCA(5, svd_solver="full").fit(X).explained_variance_.sum())
    measure("pca-transform", "numpy", lambda: size((X - mean) @ model.components_.T))
    measure("pca-transform", "scikit-learn", lambda: size(model.transform(X)))
    measure("pca-standardise", "numpy", standardise)
    measure("pca-standardise", "scikit-learn", lambda: size(StandardScaler().fit_transform(X)) * np.sqrt(999 / 1000))


def coefficients(model):
    return np.abs(model.intercept_).sum() + size(model.coef_)


def descend(A, y, derivative, learning_rate, n_steps):
    """Steps against the gradient of a mean loss, from zeros on."""
    c = np.zeros(A.shape[1])
    for _ in range(n_steps):
        c = c - learning_rate * (A.T @ derivative(A @ c - y)) / len(y)
    return size(c)


def regression():
    X = matrix(2000, 10)
    y = numbers[20_000:22_000].copy()
    ones = np.ones((2000, 1))

    def qr():
        Q, R = np.linalg.qr(np.hstack([ones, X]))
        return size(scipy.linalg.solve_triangular(R, Q.T @ y))

    def normal():
        A = np.hstack([ones, X])
        return size(np.linalg.solve(A.T @ A, A.T @ y))

    model = LinearRegression().fit(X, y)
    measure("least-squares-qr", "numpy", qr)
    measure("least-squares-qr", "scipy", lambda: size(scipy.linalg.lstsq(np.hstack([ones, X]), y, lapack_driver="gelsy")[0]))
    measure("least-squares-qr", "scikit-learn", lambda: coefficients(LinearRegression().fit(X, y)))
    measure("normal-equation", "numpy", normal)
    measure("normal-equation", "scikit-learn", lambda: coefficients(Ridge(alpha=1e-9, solver="cholesky").fit(X, y)))
    measure("predict", "numpy", lambda: size(X @ model.coef_ + model.intercept_))
    measure("predict", "scikit-learn", lambda: size(model.predict(X)))
    A = np.hstack([ones, X])
    measure("least-squares-descent", "numpy", lambda: descend(A, y, lambda r: 2 * r, 0.1, 100))


def descent():
    X = matrix(1000, 10)
    y = numbers[20_000:21_000].copy()
    A = np.hstack([X, np.ones((1000, 1))])

    def sgd(batch_size):
        w = np.zeros(11)
        for _ in range(5):
            for first in range(0, 1000, batch_size):
                batch, target = A[first : first + batch_size], y[first : first + batch_size]
                w = w - 0.01 * (batch.T @ (batch @ w - target)) / len(target)
        return size(w)

    def sgd_regressor():
        model = SGDRegressor(
            penalty=None, learning_rate="constant", eta0=0.01, shuffle=False, max_iter=5, tol=None, average=False
        )
        return coefficients(model.fit(X, y))

    measure("sgd-1", "numpy", lambda: sgd(1))
    measure("sgd-1", "scikit-learn", sgd_regressor)
    measure("sgd-32", "numpy", lambda: sgd(32))

    G = matrix(100, 50)
    H = G.T @ G

    def f(x):
        return x @ (H @ x) / 2

    def backtracking():
        x = np.ones(50)
        for _ in range(50):
            gradient = H @ x
            value, promised, rate = f(x), gradient @ gradient, 1.0
            while not f(x - rate * gradient) <= value - 0.25 * rate * promised:
                rate /= 2
            x = x - rate * gradient
        return size(x)

    measure("backtracking", "numpy", backtracking)


def losses():
    y = numbers[:10_000].copy()
    y_hat = numbers[10_000:20_000].copy()
    residual_of = lambda: y - y_hat

    def pinball():
        r = residual_of()
        return np.maximum(0.9 * r, -0.1 * r).mean()

    measure("squared-loss", "numpy", lambda: (residual_of() ** 2).mean())
    measure("squared-loss", "scikit-learn", lambda: mean_squared_error(y, y_hat))
    measure("absolute-loss", "numpy", lambda: np.abs(residual_of()).mean())
    measure("absolute-loss", "scikit-learn", lambda: mean_absolute_error(y, y_hat))
    measure("huber-loss", "scipy", lambda: scipy.special.huber(1.5, residual_of()).mean())
    measure("pinball-loss", "numpy", pinball)
    measure("pinball-loss", "scikit-learn", lambda: mean_pinball_loss(y, y_hat, alpha=0.9))
    measure("r2", "numpy", lambda: 1 - (residual_of() ** 2).sum() / ((y - y.mean()) ** 2).sum())
    measure("r2", "scikit-learn", lambda: r2_score(y, y_hat))

    X = matrix(1000, 10)
    target = numbers[20_000:21_000].copy()
    A = np.hstack([np.ones((1000, 1)), X])
    measure("huber-descent", "numpy", lambda: descend(A, target, lambda r: np.clip(r, -1.5, 1.5), 0.1, 100))


def algebra():
    n = 200
    A = matrix(n, n)
    b = numbers[n * n : n * n + n].copy()
    measure("blocked-product", "numpy", lambda: size(A @ A))
    measure("lu-solve", "numpy", lambda: size(np.linalg.solve(A, b)))
    measure("lu-solve", "scipy", lambda: size(scipy.linalg.lu_solve(scipy.linalg.lu_factor(A), b)))
    measure("inverse", "numpy", lambda: size(np.linalg.inv(A)))
    G = A.T @ A
    measure("cholesky-solve", "scipy", lambda: size(scipy.linalg.cho_solve(scipy.linalg.cho_factor(G), b)))

    C = matrix(500, 50)
    d = numbers[40_000:40_500].copy()

    def qr():
        Q, R = np.linalg.qr(C)
        return size(scipy.linalg.solve_triangular(R, Q.T @ d))

    measure("qr-least-squares", "numpy", qr)
    measure("qr-least-squares", "scipy", lambda: size(scipy.linalg.lstsq(C, d, lapack_driver="gelsy")[0]))

    B = matrix(100, 100)
    S = B + B.T
    measure("symmetric-eigen", "numpy", lambda: size(np.linalg.eigh(S)[0]))
    D = matrix(300, 30)
    measure("svd-room", "numpy", lambda: np.linalg.svd(D, full_matrices=False)[1].sum())
    measure("svd-room", "scipy", lambda: jacobi(D))


kit()
pca()
regression()
descent()
losses()
algebra()
