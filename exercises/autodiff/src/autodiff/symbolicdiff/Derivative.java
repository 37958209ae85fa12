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
import autodiff.symbolicexpressions.Expr.Var;

/**
 * Derivatives of formulas, as formulas.
 *
 * <p>Source: H. Abelson and G. J. Sussman, <i>Structure and Interpretation of Computer Programs</i>, 2nd ed., MIT Press
 * 1996, §2.3.2.
 */
public final class Derivative {
    private static final Expr ZERO = new Const(0);
    private static final Expr ONE = new Const(1);

    private Derivative() {}

    /**
     * The derivative of a formula by one of its variables; all others count as constants. It is not simplified.
     *
     * @param variable name of the variable
     */
    public static Expr diff(Expr e, String variable) {
        // begin solution: one rule for each kind: a number, a variable, sum, product, power (see below), and the
        // chain rule for the functions
        if (e instanceof Const) {
            return ZERO;
        } else if (e instanceof Var v) {
            return v.name().equals(variable) ? ONE : ZERO;
        } else if (e instanceof Add a) {
            return new Add(diff(a.left(), variable), diff(a.right(), variable));
        } else if (e instanceof Mul m) {
            return new Add(new Mul(diff(m.left(), variable), m.right()), new Mul(m.left(), diff(m.right(), variable)));
        } else if (e instanceof Pow p) {
            return power(p, variable);
        } else if (e instanceof Exp f) {
            return new Mul(f, diff(f.of(), variable));
        } else if (e instanceof Log f) {
            return new Mul(diff(f.of(), variable), new Pow(f.of(), new Const(-1)));
        } else if (e instanceof Sin f) {
            return new Mul(new Cos(f.of()), diff(f.of(), variable));
        }
        Cos f = (Cos) e;
        return new Mul(new Mul(new Const(-1), new Sin(f.of())), diff(f.of(), variable));
        // end solution
    }

    /**
     * The derivative of a power. With a number n as exponent it is {@code n·uⁿ⁻¹·u'}, also where u is below 0; else
     * {@code uᵛ·(v'·log u + v·u'/u)}, where u is above 0.
     */
    private static Expr power(Pow p, String variable) {
        // begin solution: the two cases
        Expr inner = diff(p.base(), variable);
        if (p.exponent() instanceof Const n) {
            return new Mul(new Mul(n, new Pow(p.base(), new Const(n.value() - 1))), inner);
        }
        Expr first = new Mul(diff(p.exponent(), variable), new Log(p.base()));
        Expr second = new Mul(p.exponent(), new Mul(inner, new Pow(p.base(), new Const(-1))));
        return new Mul(p, new Add(first, second));
        // end solution
    }
}
