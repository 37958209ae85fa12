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
import java.util.List;
import javabasics.expressioncalculator.Token;
import javabasics.expressioncalculator.Token.Kind;
import javabasics.expressioncalculator.Tokenizer;

/**
 * Reads a formula and builds its tree. The methods are those of a calculator that computes while it reads; only what
 * they give back is a tree.
 *
 * <pre>
 * sum      product + product - product …
 * product  signed * signed / signed …
 * signed   - signed, or a power
 * power    atom ^ signed, or an atom
 * atom     a number, a variable, (sum), or name(sum)
 * </pre>
 *
 * <p>Source: N. Wirth, <i>Compiler Construction</i>, Addison-Wesley 1996, chapter 4, on recursive descent.
 */
public final class ExprParser {
    private final List<Token> tokens;
    private int position;

    private ExprParser(String formula) {
        tokens = Tokenizer.tokens(formula);
    }

    /**
     * The tree of a formula.
     *
     * @throws IllegalArgumentException if it is not a formula, or goes on where it should end
     */
    public static Expr parse(String formula) {
        ExprParser parser = new ExprParser(formula);
        Expr tree = parser.sum();
        if (parser.next().kind() != Kind.END) {
            throw parser.expected("an operator or the end");
        }
        return tree;
    }

    private Token next() {
        return tokens.get(position);
    }

    /** Whether the next token is one of some symbols, for example of {@code "+-"}. */
    private boolean isNext(String symbols) {
        return next().kind() == Kind.SYMBOL && symbols.contains(next().text());
    }

    /** Takes the next token: the one behind it is the next one now. */
    private Token take() {
        return tokens.get(position++);
    }

    /** Takes a closing parenthesis, or says that it is missing. */
    private void close() {
        if (!isNext(")")) {
            throw expected("')'");
        }
        take();
    }

    /** What to throw where something else should stand than the next token. */
    private IllegalArgumentException expected(String what) {
        String found = next().kind() == Kind.END ? "the formula ends" : "there is '" + next().text() + "'";
        return new IllegalArgumentException("at " + next().at() + ": expected " + what + ", but " + found);
    }

    /** Minus one times a formula; a number with the other sign if it is a number. */
    private static Expr minus(Expr a) {
        return a instanceof Const number ? new Const(-number.value()) : new Mul(new Const(-1), a);
    }

    /** A function applied to a formula. */
    private static Expr call(String name, Expr argument) {
        return switch (name) {
            case "exp" -> new Exp(argument);
            case "log" -> new Log(argument);
            case "sin" -> new Sin(argument);
            case "cos" -> new Cos(argument);
            case "sqrt" -> new Pow(argument, new Const(0.5));
            default -> throw new IllegalArgumentException("there is no function " + name);
        };
    }

    /** One product or more, with + or - between them: {@code a - b - c} is {@code (a + -1·b) + -1·c}. */
    private Expr sum() {
        // begin solution: read a product; as long as + or - comes next, take it, read another product, and build a
        // sum of both; what is subtracted is minus one times it
        Expr tree = product();
        while (isNext("+-")) {
            boolean isMinus = take().text().equals("-");
            Expr right = product();
            tree = new Add(tree, isMinus ? new Mul(new Const(-1), right) : right);
        }
        return tree;
        // end solution
    }

    /** One signed thing or more, with * or / between them: {@code a / b} is {@code a · b^-1}. */
    private Expr product() {
        // begin solution: as for a sum; what divides is taken to the power of minus one
        Expr tree = signed();
        while (isNext("*/")) {
            boolean isQuotient = take().text().equals("/");
            Expr right = signed();
            tree = new Mul(tree, isQuotient ? new Pow(right, new Const(-1)) : right);
        }
        return tree;
        // end solution
    }

    /**
     * A power with any number of minus signs before it: {@code -x^2} is {@code -1 · x^2}, and {@code -2} the number -2.
     */
    private Expr signed() {
        // begin solution: take a minus sign if there is one, and build minus of what is behind it
        if (isNext("-")) {
            take();
            return minus(signed());
        }
        return power();
        // end solution
    }

    /** An atom, to the power of something signed if ^ follows. */
    private Expr power() {
        // begin solution: read the base; if ^ follows, take it, read the exponent, and build a power
        Expr base = atom();
        if (isNext("^")) {
            take();
            return new Pow(base, signed());
        }
        return base;
        // end solution
    }

    /**
     * A number, a variable, something in parentheses, or a function of something in parentheses.
     *
     * @throws IllegalArgumentException if none of these comes next, or a parenthesis is not closed
     */
    private Expr atom() {
        // begin solution: look at the next token and decide; a name before a parenthesis is a function, any other a
        // variable
        if (isNext("(")) {
            take();
            Expr inside = sum();
            close();
            return inside;
        }
        if (next().kind() == Kind.NUMBER) {
            return new Const(Double.parseDouble(take().text()));
        }
        if (next().kind() == Kind.NAME) {
            String name = take().text();
            return isNext("(") ? call(name, atom()) : new Var(name);
        }
        throw expected("a number, a name or '('");
        // end solution
    }
}
