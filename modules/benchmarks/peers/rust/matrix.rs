//! What gradus.kit is to the room: compiled once, before anything is timed.

pub type Matrix = Vec<Vec<f64>>;

pub fn transpose(a: &Matrix) -> Matrix {
    (0..a[0].len()).map(|j| a.iter().map(|row| row[j]).collect()).collect()
}

pub fn identity(n: usize) -> Matrix {
    (0..n).map(|i| (0..n).map(|j| if i == j { 1.0 } else { 0.0 }).collect()).collect()
}

pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

pub fn times(a: &Matrix, b: &Matrix) -> Matrix {
    let columns = transpose(b);
    a.iter().map(|row| columns.iter().map(|column| dot(row, column)).collect()).collect()
}

pub fn plus_row(x: &Matrix, factor: f64, row: &[f64]) -> Matrix {
    x.iter().map(|sample| sample.iter().zip(row).map(|(a, b)| a + factor * b).collect()).collect()
}

pub fn column_means(x: &Matrix) -> Vec<f64> {
    transpose(x).iter().map(|column| column.iter().sum::<f64>() / column.len() as f64).collect()
}

/// Singular values, largest first, and the rows of Vᵀ, by one-sided Jacobi rotations.
pub fn svd(a: &Matrix) -> (Vec<f64>, Matrix) {
    if a.len() < a[0].len() {
        let (s, u, _) = svd_of_tall(&transpose(a));
        return (s, u);
    }
    let (s, _, vt) = svd_of_tall(a);
    (s, vt)
}

/// Singular values, and the left and the right singular vectors that belong to them.
fn svd_of_tall(a: &Matrix) -> (Vec<f64>, Matrix, Matrix) {
    let mut w = transpose(a);
    let n = w.len();
    let mut v = identity(n);
    let mut turned = true;
    while turned {
        turned = false;
        for p in 0..n {
            for q in p + 1..n {
                let (pp, qq, pq) = (dot(&w[p], &w[p]), dot(&w[q], &w[q]), dot(&w[p], &w[q]));
                if pq.abs() > 1e-15 * (pp * qq).sqrt() {
                    let zeta = (qq - pp) / (2.0 * pq);
                    let tangent = zeta.signum() / (zeta.abs() + 1f64.hypot(zeta));
                    let cosine = 1.0 / 1f64.hypot(tangent);
                    turn(&mut w, p, q, cosine, cosine * tangent);
                    turn(&mut v, p, q, cosine, cosine * tangent);
                    turned = true;
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&p, &q| dot(&w[q], &w[q]).total_cmp(&dot(&w[p], &w[p])));
    let s: Vec<f64> = order.iter().map(|&k| dot(&w[k], &w[k]).sqrt()).collect();
    let u = order.iter().zip(&s).map(|(&k, s)| w[k].iter().map(|value| value / s).collect()).collect();
    (s, u, order.iter().map(|&k| v[k].clone()).collect())
}

fn turn(a: &mut Matrix, p: usize, q: usize, cosine: f64, sine: f64) {
    for i in 0..a[p].len() {
        let (x, y) = (a[p][i], a[q][i]);
        a[p][i] = cosine * x - sine * y;
        a[q][i] = sine * x + cosine * y;
    }
}

/// Numbers that are normal enough for tests: sums of twelve from a congruential generator.
pub fn gaussian(seed: u64, n_rows: usize, n_columns: usize) -> Matrix {
    let mut state = seed;
    let mut uniform = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    (0..n_rows).map(|_| (0..n_columns).map(|_| (0..12).map(|_| uniform()).sum::<f64>() - 6.0).collect()).collect()
}
