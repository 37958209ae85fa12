package autodiff.symbolicdiff;

import autodiff.symbolicexpressions.Expr;
import autodiff.symbolicexpressions.Expr.Add;
import autodiff.symbolicexpressions.Expr.Const;
import autodiff.symbolicexpressions.Expr.Cos;
import autodiff.symbolicexpressions.Expr.Exp;
import autodiff.symbolicexpressions.Expr.Log;
import autodiff.symbolicexpressions.Expr.Mul;
import autodiff.symbolicexpressions.Expr.Pow;
import autodiff.symbolicexpressions.Expr.Sin;

/**
 * Shorter formulas with the same values, wherever the longer one has a value.
 *
 * <p>A formula is rebuilt from its leaves upwards. Where a node would be made, {@link #sum}, {@link #product} or
 * {@link #power} looks whether its parts, which are simplified already, allow something shorter.
 *
 * <p>Source: J. S. Cohen, <i>Computer Algebra and Symbolic Computation: Mathematical Methods</i>, A K Peters 2003,
 * §3.2.
 */
public final class Simplifier {
    private Simplifier() {}

    /** A formula with the same value that is as short as the rules of this class make it. */
    public static Expr simplify(Expr e) {
        // begin solution: simplify the parts, and put them together with sum, product and power, or with a new node
        if (e instanceof Add a) {
            return sum(simplify(a.left()), simplify(a.right()));
        } else if (e instanceof Mul m) {
            return product(simplify(m.left()), simplify(m.right()));
        } else if (e instanceof Pow p) {
            return power(simplify(p.base()), simplify(p.exponent()));
        } else if (e instanceof Exp f) {
            return new Exp(simplify(f.of()));
        } else if (e instanceof Log f) {
            return new Log(simplify(f.of()));
        } else if (e instanceof Sin f) {
            return new Sin(simplify(f.of()));
        } else if (e instanceof Cos f) {
            return new Cos(simplify(f.of()));
        }
        return e;
        // end solution
    }

    /** Whether it is a certain number. */
    private static boolean is(Expr e, double value) {
        return e instanceof Const c && c.value() == value;
    }

    /** What a power with a number as exponent is a power of; everything else is the first power of itself. */
    private static Expr base(Expr e) {
        return e instanceof Pow p && p.exponent() instanceof Const ? p.base() : e;
    }

    /** The exponent that goes with {@link #base}. */
    private static double exponent(Expr e) {
        return e instanceof Pow p && p.exponent() instanceof Const c ? c.value() : 1;
    }

    /** The sum of two simplified formulas: numbers are added, 0 is left out, and a + a is 2·a. */
    static Expr sum(Expr a, Expr b) {
        // begin solution: four rules, and else a new sum
        if (a instanceof Const c && b instanceof Const d) {
            return new Const(c.value() + d.value());
        } else if (is(a, 0)) {
            return b;
        } else if (is(b, 0)) {
            return a;
        }
        return a.equals(b) ? product(new Const(2), a) : new Add(a, b);
        // end solution
    }

    /**
     * The product of two simplified formulas: numbers are multiplied and stand in front, 0 makes 0, 1 is left out, and
     * powers of one base with numbers as exponents become one: x·x² is x³.
     */
    static Expr product(Expr a, Expr b) {
        // begin solution: two numbers; a number behind goes to the front; 0 and 1; a number in front of a factor
        // comes out, to the very front; powers of one base; else a new product
        if (a instanceof Const c && b instanceof Const d) {
            return new Const(c.value() * d.value());
        } else if (b instanceof Const) {
            return product(b, a);
        } else if (is(a, 0)) {
            return a;
        } else if (is(a, 1)) {
            return b;
        } else if (b instanceof Mul m && m.left() instanceof Const c) {
            return product(product(a, c), m.right());
        } else if (a instanceof Mul m && m.left() instanceof Const c) {
            return product(c, product(m.right(), b));
        } else if (base(a).equals(base(b)) && !(a instanceof Const)) {
            return power(base(a), new Const(exponent(a) + exponent(b)));
        }
        return new Mul(a, b);
        // end solution
    }

    /** A power of two simplified formulas: exponents 0 and 1 go, and a power of numbers is computed if it is whole. */
    static Expr power(Expr a, Expr b) {
        // begin solution: three rules, and else a new power
        if (is(b, 0)) {
            return new Const(1);
        } else if (is(b, 1)) {
            return a;
        } else if (a instanceof Const c && b instanceof Const d && isWhole(Math.pow(c.value(), d.value()))) {
            return new Const(Math.pow(c.value(), d.value()));
        }
        return new Pow(a, b);
        // end solution
    }

    /** Whether it is a whole number of a size that all digits are known of. */
    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53;
    }

    /** How many nodes the tree of a formula has. */
    public static int size(Expr e) {
        if (e instanceof Add a) {
            return 1 + size(a.left()) + size(a.right());
        } else if (e instanceof Mul m) {
            return 1 + size(m.left()) + size(m.right());
        } else if (e instanceof Pow p) {
            return 1 + size(p.base()) + size(p.exponent());
        } else if (e instanceof Exp f) {
            return 1 + size(f.of());
        } else if (e instanceof Log f) {
            return 1 + size(f.of());
        } else if (e instanceof Sin f) {
            return 1 + size(f.of());
        }
        return e instanceof Cos f ? 1 + size(f.of()) : 1;
    }
}
