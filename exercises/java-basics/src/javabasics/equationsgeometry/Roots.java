package javabasics.equationsgeometry;

/**
 * The two roots of an equation of second degree.
 *
 * @param first the smaller one; of two complex roots the one with the negative imaginary part
 * @param second the other one; equal to the first if there is only one
 */
public record Roots(Complex first, Complex second) {}
