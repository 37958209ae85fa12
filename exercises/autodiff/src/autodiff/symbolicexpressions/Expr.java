package autodiff.symbolicexpressions;

/**
 * A formula as a tree. There are nine kinds of nodes and no more: a difference is a sum with minus one times something,
 * a quotient a product with something to the power of minus one. So whoever works on formulas has nine cases to think
 * of.
 *
 * <p>Source: H. Abelson and G. J. Sussman, <i>Structure and Interpretation of Computer Programs</i>, 2nd ed., MIT Press
 * 1996, §2.3.2.
 */
public sealed interface Expr {
    /** A number. */
    record Const(double value) implements Expr {}

    /** A variable. */
    record Var(String name) implements Expr {}

    /** A sum of two. */
    record Add(Expr left, Expr right) implements Expr {}

    /** A product of two. */
    record Mul(Expr left, Expr right) implements Expr {}

    /** A power. */
    record Pow(Expr base, Expr exponent) implements Expr {}

    /** e to the power of something. */
    record Exp(Expr of) implements Expr {}

    /** The natural logarithm. */
    record Log(Expr of) implements Expr {}

    /** The sine, of radians. */
    record Sin(Expr of) implements Expr {}

    /** The cosine, of radians. */
    record Cos(Expr of) implements Expr {}
}
