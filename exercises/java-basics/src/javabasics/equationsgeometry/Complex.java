package javabasics.equationsgeometry;

/**
 * A complex number {@code re + i · im}, where {@code i² = -1}.
 *
 * @param re real part
 * @param im imaginary part, 0 for a real number
 */
public record Complex(double re, double im) {
    public Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    public Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }
}
