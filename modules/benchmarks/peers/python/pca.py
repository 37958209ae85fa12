"""The room pca as a Python programmer has it, on NumPy."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Pca:
    mean: np.ndarray
    components: np.ndarray
    explained_variance: np.ndarray
    total_variance: float

    @staticmethod
    def fit(X, n_components):
        mean = X.mean(axis=0)
        _, s, vt = np.linalg.svd(X - mean, full_matrices=False)
        variance = s**2 / (len(X) - 1)
        return Pca(mean, vt[:n_components], variance[:n_components], variance.sum())

    def transform(self, X):
        return (X - self.mean) @ self.components.T

    def inverse_transform(self, scores):
        return scores @ self.components + self.mean

    def explained_variance_ratio(self):
        return self.explained_variance / self.total_variance


def standardise(X):
    deviation = X.std(axis=0, ddof=1)
    return (X - X.mean(axis=0)) / np.where(deviation > 0, deviation, 1)
