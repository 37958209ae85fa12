package linearalgebra.vectorops;

import gradus.kit.Require;

/**
 * Products, lengths and angles of vectors of finite numbers.
 *
 * <p>Squares of numbers beyond 10¹⁵⁴ are infinite, and those below 10⁻¹⁶² are 0, though the lengths would be ordinary
 * numbers. So lengths are computed of vectors that were divided by their largest entry.
 *
 * <p>Source: G. Strang, <i>Introduction to Linear Algebra</i>, 6th ed., Wellesley-Cambridge 2023, §1.2 and §4.2; for
 * the angle W. Kahan, <i>How Futile are Mindless Assessments of Roundoff in Floating-Point Computation?</i>, 2006, §12.
 */
public final class Vectors {
    private Vectors() {}

    /**
     * The dot product {@code Σⱼ uⱼ·vⱼ}.
     *
     * @param u (n)
     * @param v (n)
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double dot(double[] u, double[] v) {
        Require.length("v", v, u.length);
        // begin solution: sum the products of matching entries
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            sum += u[j] * v[j];
        }
        return sum;
        // end solution
    }

    /**
     * The p-norm {@code (Σⱼ |vⱼ|ᵖ)^(1/p)}; for p = ∞ the largest size of an entry, which is what the others tend to.
     * Computed as {@code m · (Σⱼ |vⱼ/m|ᵖ)^(1/p)} with that largest size m, so that no power overflows.
     *
     * @param v (n)
     * @param p at least 1, {@link Double#POSITIVE_INFINITY} included
     * @return in the unit of v; 0 if all entries are
     * @throws IllegalArgumentException if p is below 1 or NaN: there the triangle inequality would not hold
     */
    public static double norm(double[] v, double p) {
        Require.that(p >= 1, "p must be >= 1, but was %s", p);
        // begin solution: the largest size m of an entry; if it is 0 or p is infinite, that is all; otherwise the
        // formula
        double m = 0;
        for (double entry : v) {
            m = Math.max(m, Math.abs(entry));
        }
        if (m == 0 || p == Double.POSITIVE_INFINITY) {
            return m;
        }
        double sum = 0;
        for (double entry : v) {
            sum += Math.pow(Math.abs(entry) / m, p);
        }
        return m * Math.pow(sum, 1 / p);
        // end solution
    }

    /**
     * The length of a vector, its 2-norm.
     *
     * @param v (n)
     */
    public static double length(double[] v) {
        return norm(v, 2);
    }

    /**
     * The cross product: perpendicular to u and v, as long as the area of the parallelogram between them is large. Seen
     * from its tip, the shorter turn from u to v is counter-clockwise.
     *
     * @param u (3)
     * @param v (3)
     * @return (3) {@code (u₁v₂ - u₂v₁, u₂v₀ - u₀v₂, u₀v₁ - u₁v₀)}
     * @throws IllegalArgumentException if u or v does not have 3 entries
     */
    public static double[] cross(double[] u, double[] v) {
        Require.length("u", u, 3);
        Require.length("v", v, 3);
        // begin solution: entry j leaves out the entries j of u and v
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        // end solution
    }

    /**
     * The vector of length 1 in a direction. It is divided by its largest entry before its length is taken, which might
     * be too large for a double.
     *
     * @param v (n)
     * @return (n)
     * @throws IllegalArgumentException if all entries are 0
     */
    public static double[] unit(double[] v) {
        double m = norm(v, Double.POSITIVE_INFINITY);
        Require.that(m > 0, "v must have a direction, but all its %d entries are 0", v.length);
        return divided(divided(v, m), length(divided(v, m)));
    }

    private static double[] divided(double[] v, double divisor) {
        double[] quotient = v.clone();
        for (int j = 0; j < v.length; j++) {
            quotient[j] /= divisor;
        }
        return quotient;
    }

    /**
     * The cosine of the angle between two vectors, {@code u·v / (|u| |v|)}: the dot product of their unit vectors, cut
     * off at ±1, which round-off may pass.
     *
     * @param u (n) not 0
     * @param v (n) not 0
     * @return in [-1, 1]
     * @throws IllegalArgumentException if the lengths differ, or all entries of u or v are 0
     */
    public static double cosine(double[] u, double[] v) {
        Require.length("v", v, u.length);
        // begin solution: multiply the unit vectors, cut off at -1 and 1
        return Math.max(-1, Math.min(1, dot(unit(u), unit(v))));
        // end solution
    }

    /**
     * The angle between two vectors. With unit vectors a and b it is {@code 2 · atan2(|a - b|, |a + b|)}: the diagonals
     * of the rhombus between them are perpendicular, and half the angle is at its corner.
     *
     * <p>The arc cosine of {@link #cosine} is the same in exact numbers. But a cosine is flat at 0 and at π: an angle
     * of 10⁻⁹ has a cosine of 1 - 5·10⁻¹⁹, which as a double is 1.
     *
     * @param u (n) not 0
     * @param v (n) not 0
     * @return in radians, in [0, π]
     * @throws IllegalArgumentException if the lengths differ, or all entries of u or v are 0
     */
    public static double angle(double[] u, double[] v) {
        Require.length("v", v, u.length);
        // begin solution: unit vectors, their difference and their sum, atan2 of the lengths of these, doubled
        double[] a = unit(u);
        double[] b = unit(v);
        double[] difference = new double[a.length];
        double[] sum = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            difference[j] = a[j] - b[j];
            sum[j] = a[j] + b[j];
        }
        return 2 * Math.atan2(length(difference), length(sum));
        // end solution
    }

    /**
     * The shadow of u on the line through v: the point of the line that is nearest to u. With the unit vector e of v it
     * is {@code (u·e) e}, and {@code u - (u·e) e} is perpendicular to v.
     *
     * @param u (n)
     * @param v (n) not 0; its length does not matter
     * @return (n)
     * @throws IllegalArgumentException if the lengths differ, or all entries of v are 0
     */
    public static double[] project(double[] u, double[] v) {
        Require.length("v", v, u.length);
        // begin solution: the unit vector of v, times its dot product with u
        double[] shadow = unit(v);
        double along = dot(u, shadow);
        for (int j = 0; j < shadow.length; j++) {
            shadow[j] *= along;
        }
        return shadow;
        // end solution
    }
}
