"""Checks like those of PcaTest.java."""

import numpy as np
from numpy.testing import assert_allclose

from pca import Pca, standardise

X = np.array([[14, 23], [6, 17], [9.4, 20.8], [10.6, 19.2]])


def correlated(seed, n_samples):
    mixing = np.array([[3, 1, 0], [0, 2, 1], [0, 0, 1]])
    return np.random.default_rng(seed).standard_normal((n_samples, 3)) @ mixing + np.array([10, -20, 5])


def close(expected, actual, tolerance=1e-9):
    assert_allclose(actual, expected, rtol=0, atol=tolerance)


def test_mean_is_the_average_of_each_feature():
    close([10, 20], Pca.fit(X, 1).mean)


def test_components_point_along_the_largest_spread():
    close([[0.8, 0.6], [0.6, 0.8]], np.abs(Pca.fit(X, 2).components))


def test_explained_variance_is_the_sample_variance():
    close([50 / 3, 2 / 3], Pca.fit(X, 2).explained_variance)


def test_components_are_orthonormal():
    for shape in [(50, 4), (4, 50), (5, 5)]:
        V = Pca.fit(np.random.default_rng(1).standard_normal(shape), 3).components
        close(np.eye(3), V @ V.T)


def test_total_variance_counts_all_features():
    samples = correlated(2, 30)
    close(np.trace(np.cov(samples.T)), Pca.fit(samples, 1).total_variance)


def test_transform_uses_the_training_mean():
    pca = Pca.fit(X, 1)
    close([[2]], pca.transform(2 * pca.components + np.array([10, 20])))


def test_scores_are_uncorrelated():
    samples = correlated(3, 40)
    pca = Pca.fit(samples, 2)
    close(np.diag(pca.explained_variance), np.cov(pca.transform(samples).T))


def test_all_components_restore_the_samples():
    for seed in range(10):
        samples = np.random.default_rng(seed).uniform(-20, 20, (4 + seed, 3))
        pca = Pca.fit(samples, 3)
        close(samples, pca.inverse_transform(pca.transform(samples)))


def test_one_component_restores_the_nearest_points():
    pca = Pca.fit(X, 1)
    close([[14, 23], [6, 17], [10, 20], [10, 20]], pca.inverse_transform(pca.transform(X)))


def test_iris_ratios():
    iris = np.genfromtxt("iris.csv", delimiter=",", skip_header=1, usecols=range(4))
    close([0.92462, 0.05307, 0.01710, 0.00521], Pca.fit(iris, 4).explained_variance_ratio(), 5e-6)


def test_shares_are_of_the_total_variance():
    close([50 / 52], Pca.fit(X, 1).explained_variance_ratio())


def test_standardise_gives_mean_zero_and_deviation_one():
    h = np.sqrt(0.5)
    close([[-h, h], [h, -h]], standardise(np.array([[1, 0.3], [3, 0.1]])))


def test_standardise_makes_constant_features_zero():
    close([[-1, 0], [0, 0], [1, 0]], standardise(np.array([[-1.0, 7], [0, 7], [1, 7]])))
