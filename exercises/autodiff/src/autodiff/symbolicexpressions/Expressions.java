package autodiff.symbolicexpressions;

import autodiff.symbolicexpressions.Expr.Add;
import autodiff.symbolicexpressions.Expr.Const;
import autodiff.symbolicexpressions.Expr.Cos;
import autodiff.symbolicexpressions.Expr.Exp;
import autodiff.symbolicexpressions.Expr.Log;
import autodiff.symbolicexpressions.Expr.Mul;
import autodiff.symbolicexpressions.Expr.Pow;
import autodiff.symbolicexpressions.Expr.Sin;
import autodiff.symbolicexpressions.Expr.Var;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What can be done with a formula's tree: compute it, and write it down.
 *
 * <p>Source: H. Abelson and G. J. Sussman, <i>Structure and Interpretation of Computer Programs</i>, 2nd ed., MIT Press
 * 1996, §2.3.2; for parentheses A. V. Aho et al., <i>Compilers</i>, 2nd ed., Addison-Wesley 2006, §2.2.6.
 */
public final class Expressions {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGNED = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private Expressions() {}

    /**
     * The value of a formula.
     *
     * @param values a number for every variable
     * @throws IllegalArgumentException if there is no value for one of its variables
     */
    public static double eval(Expr e, Map<String, Double> values) {
        // begin solution: nine cases; the parts of a formula are formulas, so each case calls eval for them
        if (e instanceof Const c) {
            return c.value();
        } else if (e instanceof Var v) {
            if (!values.containsKey(v.name())) {
                throw new IllegalArgumentException("there is no value for " + v.name());
            }
            return values.get(v.name());
        } else if (e instanceof Add a) {
            return eval(a.left(), values) + eval(a.right(), values);
        } else if (e instanceof Mul m) {
            return eval(m.left(), values) * eval(m.right(), values);
        } else if (e instanceof Pow p) {
            return Math.pow(eval(p.base(), values), eval(p.exponent(), values));
        } else if (e instanceof Exp f) {
            return Math.exp(eval(f.of(), values));
        } else if (e instanceof Log f) {
            return Math.log(eval(f.of(), values));
        } else if (e instanceof Sin f) {
            return Math.sin(eval(f.of(), values));
        }
        return Math.cos(eval(((Cos) e).of(), values));
        // end solution
    }

    /**
     * A formula as text, with as few parentheses as its tree needs, so that the parser builds the same tree from it. A
     * sum with {@code -1·b} is written {@code a - b}, a product with {@code b^-1} as {@code a/b}, and {@code -1·b}
     * alone as {@code -b}, unless b is a number. Operators + and - stand between spaces.
     */
    public static String print(Expr e) {
        return text(e, SUM);
    }

    /** How tightly a formula binds what it is made of, from a sum to what nothing can part. */
    private static int level(Expr e) {
        if (e instanceof Add) {
            return SUM;
        } else if (e instanceof Mul m) {
            return isMinus(m) ? SIGNED : PRODUCT;
        } else if (e instanceof Const c) {
            return c.value() < 0 ? SIGNED : ATOM;
        }
        return e instanceof Pow ? POWER : ATOM;
    }

    /** Whether it is minus one times something that is not a number. */
    private static boolean isMinus(Expr e) {
        return e instanceof Mul m && m.left().equals(new Const(-1)) && !(m.right() instanceof Const);
    }

    /** Whether it is something to the power of minus one. */
    private static boolean isReciprocal(Expr e) {
        return e instanceof Pow p && p.exponent().equals(new Const(-1));
    }

    /** A number without a useless ".0", and never with an exponent. */
    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /**
     * A formula as text, to stand where only what binds tightly enough may stand.
     *
     * @param least level that needs no parentheses there
     */
    private static String text(Expr e, int least) {
        // begin solution: parentheses around bare(e) if its level is too low
        return level(e) < least ? "(" + bare(e) + ")" : bare(e);
        // end solution
    }

    /** A formula as text, without parentheses around all of it. */
    private static String bare(Expr e) {
        // begin solution: nine cases again; of two operands of one kind the left may be of the same level, the right
        // may not; a base must be an atom, an exponent may be signed
        if (e instanceof Const c) {
            return number(c.value());
        } else if (e instanceof Var v) {
            return v.name();
        } else if (e instanceof Add a) {
            String left = text(a.left(), SUM);
            return isMinus(a.right())
                    ? left + " - " + text(((Mul) a.right()).right(), PRODUCT)
                    : left + " + " + text(a.right(), PRODUCT);
        } else if (e instanceof Mul m) {
            if (isMinus(m)) {
                return "-" + text(m.right(), SIGNED);
            }
            String left = text(m.left(), PRODUCT);
            return isReciprocal(m.right())
                    ? left + "/" + text(((Pow) m.right()).base(), SIGNED)
                    : left + "*" + text(m.right(), SIGNED);
        } else if (e instanceof Pow p) {
            return text(p.base(), ATOM) + "^" + text(p.exponent(), SIGNED);
        } else if (e instanceof Exp f) {
            return "exp(" + print(f.of()) + ")";
        } else if (e instanceof Log f) {
            return "log(" + print(f.of()) + ")";
        } else if (e instanceof Sin f) {
            return "sin(" + print(f.of()) + ")";
        }
        return "cos(" + print(((Cos) e).of()) + ")";
        // end solution
    }
}
