//! The room pca as a Rust programmer has it: the exercise, and checks like those of PcaTest.java in the same file.

use matrix::*;

pub struct Pca {
    pub mean: Vec<f64>,
    pub components: Matrix,
    pub explained_variance: Vec<f64>,
    pub total_variance: f64,
}

impl Pca {
    pub fn fit(x: &Matrix, n_components: usize) -> Pca {
        let mean = column_means(x);
        let (s, vt) = svd(&plus_row(x, -1.0, &mean));
        let variance: Vec<f64> = s.iter().map(|s| s * s / (x.len() - 1) as f64).collect();
        Pca {
            mean,
            components: vt[..n_components].to_vec(),
            explained_variance: variance[..n_components].to_vec(),
            total_variance: variance.iter().sum(),
        }
    }

    pub fn transform(&self, x: &Matrix) -> Matrix {
        times(&plus_row(x, -1.0, &self.mean), &transpose(&self.components))
    }

    pub fn inverse_transform(&self, scores: &Matrix) -> Matrix {
        plus_row(&times(scores, &self.components), 1.0, &self.mean)
    }

    pub fn explained_variance_ratio(&self) -> Vec<f64> {
        self.explained_variance.iter().map(|variance| variance / self.total_variance).collect()
    }
}

pub fn standardise(x: &Matrix) -> Matrix {
    let mut z = transpose(&plus_row(x, -1.0, &column_means(x)));
    for feature in &mut z {
        let deviation = (dot(feature, feature) / (x.len() - 1) as f64).sqrt();
        if deviation > 0.0 {
            feature.iter_mut().for_each(|value| *value /= deviation);
        }
    }
    transpose(&z)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn x() -> Matrix {
        vec![vec![14.0, 23.0], vec![6.0, 17.0], vec![9.4, 20.8], vec![10.6, 19.2]]
    }

    fn correlated(seed: u64, n_samples: usize) -> Matrix {
        let mixing = vec![vec![3.0, 1.0, 0.0], vec![0.0, 2.0, 1.0], vec![0.0, 0.0, 1.0]];
        plus_row(&times(&gaussian(seed, n_samples, 3), &mixing), 1.0, &[10.0, -20.0, 5.0])
    }

    fn covariance(x: &Matrix) -> Matrix {
        let centred = plus_row(x, -1.0, &column_means(x));
        let mut c = times(&transpose(&centred), &centred);
        c.iter_mut().flatten().for_each(|value| *value /= (x.len() - 1) as f64);
        c
    }

    fn assert_close(expected: &Matrix, actual: &Matrix, tolerance: f64) {
        assert_eq!(expected.len(), actual.len());
        for (one, other) in expected.iter().zip(actual) {
            assert_eq!(one.len(), other.len());
            for (a, b) in one.iter().zip(other) {
                assert!((a - b).abs() <= tolerance, "expected {} but was {}", a, b);
            }
        }
    }

    fn assert_row(expected: &[f64], actual: &[f64], tolerance: f64) {
        assert_close(&vec![expected.to_vec()], &vec![actual.to_vec()], tolerance);
    }

    #[test]
    fn mean_is_the_average_of_each_feature() {
        assert_row(&[10.0, 20.0], &Pca::fit(&x(), 1).mean, 1e-9);
    }

    #[test]
    fn components_point_along_the_largest_spread() {
        let components = Pca::fit(&x(), 2).components;
        for (row, expected) in components.iter().zip([[0.8, 0.6], [-0.6, 0.8]]) {
            assert!((dot(row, &expected).abs() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn explained_variance_is_the_sample_variance() {
        assert_row(&[50.0 / 3.0, 2.0 / 3.0], &Pca::fit(&x(), 2).explained_variance, 1e-9);
    }

    #[test]
    fn components_are_orthonormal() {
        for (n_rows, n_columns) in [(50, 4), (4, 50), (5, 5)] {
            let v = Pca::fit(&gaussian(1, n_rows, n_columns), 3).components;
            assert_close(&identity(3), &times(&v, &transpose(&v)), 1e-9);
        }
    }

    #[test]
    fn total_variance_counts_all_features() {
        let samples = correlated(2, 30);
        let c = covariance(&samples);
        assert!((Pca::fit(&samples, 1).total_variance - c[0][0] - c[1][1] - c[2][2]).abs() < 1e-9);
    }

    #[test]
    fn transform_uses_the_training_mean() {
        let pca = Pca::fit(&x(), 1);
        let two_steps = plus_row(&vec![vec![10.0, 20.0]], 2.0, &pca.components[0]);
        assert_close(&vec![vec![2.0]], &pca.transform(&two_steps), 1e-9);
    }

    #[test]
    fn scores_are_uncorrelated() {
        let samples = correlated(3, 40);
        let pca = Pca::fit(&samples, 2);
        let v = &pca.explained_variance;
        assert_close(&vec![vec![v[0], 0.0], vec![0.0, v[1]]], &covariance(&pca.transform(&samples)), 1e-9);
    }

    #[test]
    fn all_components_restore_the_samples() {
        for seed in 0..10 {
            let samples = gaussian(seed, 4 + seed as usize, 3);
            let pca = Pca::fit(&samples, 3);
            assert_close(&samples, &pca.inverse_transform(&pca.transform(&samples)), 1e-9);
        }
    }

    #[test]
    fn one_component_restores_the_nearest_points() {
        let pca = Pca::fit(&x(), 1);
        let nearest = vec![vec![14.0, 23.0], vec![6.0, 17.0], vec![10.0, 20.0], vec![10.0, 20.0]];
        assert_close(&nearest, &pca.inverse_transform(&pca.transform(&x())), 1e-9);
    }

    #[test]
    fn iris_ratios() {
        let text = std::fs::read_to_string("iris.csv").unwrap();
        let iris: Matrix = text
            .lines()
            .skip(1)
            .map(|line| line.split(',').take(4).map(|value| value.parse().unwrap()).collect())
            .collect();
        assert_row(&[0.92462, 0.05307, 0.01710, 0.00521], &Pca::fit(&iris, 4).explained_variance_ratio(), 5e-6);
    }

    #[test]
    fn shares_are_of_the_total_variance() {
        assert_row(&[50.0 / 52.0], &Pca::fit(&x(), 1).explained_variance_ratio(), 1e-9);
    }

    #[test]
    fn standardise_gives_mean_zero_and_deviation_one() {
        let h = 0.5f64.sqrt();
        assert_close(&vec![vec![-h, h], vec![h, -h]], &standardise(&vec![vec![1.0, 0.3], vec![3.0, 0.1]]), 1e-9);
    }

    #[test]
    fn standardise_makes_constant_features_zero() {
        let samples = vec![vec![-1.0, 7.0], vec![0.0, 7.0], vec![1.0, 7.0]];
        assert_close(&vec![vec![-1.0, 0.0], vec![0.0, 0.0], vec![1.0, 0.0]], &standardise(&samples), 1e-9);
    }
}
