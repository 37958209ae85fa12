package javabasics.expressioncalculator;

import java.util.List;
import javabasics.expressioncalculator.Token.Kind;

/**
 * Reads a formula from left to right and computes it on the way. Each method reads one kind of thing, as much of it as
 * there is, and leaves the token behind it as the next one. What binds more loosely is made of what binds more tightly:
 *
 * <pre>
 * sum      product + product - product …
 * product  signed * signed / signed …
 * signed   - signed, or a power
 * power    percent ^ signed, or a percent
 * percent  atom % % …
 * atom     a number, a constant, (sum), or name(sum)
 * </pre>
 *
 * <p>Source: N. Wirth, <i>Compiler Construction</i>, Addison-Wesley 1996, chapter 4, on recursive descent.
 */
public final class Parser {
    private final List<Token> tokens;
    private int position;

    /** A parser that stands before the first token. */
    public Parser(String formula) {
        tokens = Tokenizer.tokens(formula);
    }

    /**
     * The value of a formula, for example 14 for {@code 2 + 3*4}.
     *
     * @throws IllegalArgumentException if it is not a formula, or goes on where it should end
     */
    public static double eval(String formula) {
        Parser parser = new Parser(formula);
        double value = parser.sum();
        if (parser.next().kind() != Kind.END) {
            throw parser.expected("an operator or the end");
        }
        return value;
    }

    /** The token that comes next. It is not taken. */
    public Token next() {
        return tokens.get(position);
    }

    /** Whether the next token is one of some symbols, for example of {@code "+-"}. */
    private boolean isNext(String symbols) {
        return next().kind() == Kind.SYMBOL && symbols.contains(next().text());
    }

    /** Takes the next token: the one behind it is the next one now. */
    private Token take() {
        Token taken = next();
        if (taken.kind() != Kind.END) {
            position++;
        }
        return taken;
    }

    /** What to throw where something else should stand than the next token. */
    IllegalArgumentException expected(String what) {
        String found = next().kind() == Kind.END ? "the formula ends" : "there is '" + next().text() + "'";
        return new IllegalArgumentException("at " + next().at() + ": expected " + what + ", but " + found);
    }

    /** One product or more, with + or - between them, computed from left to right. */
    public double sum() {
        // begin solution: read a product; as long as + or - comes next, take it, read another product, and apply
        double value = product();
        while (isNext("+-")) {
            char operator = take().text().charAt(0);
            value = Calculator.apply(operator, value, product());
        }
        return value;
        // end solution
    }

    /** One signed thing or more, with * or / between them, computed from left to right. */
    public double product() {
        // begin solution: as for a sum, with other operators, of other parts
        double value = signed();
        while (isNext("*/")) {
            char operator = take().text().charAt(0);
            value = Calculator.apply(operator, value, signed());
        }
        return value;
        // end solution
    }

    /** A power with any number of minus signs before it: {@code -2^2} is -4. */
    public double signed() {
        // begin solution: take a minus sign if there is one, and change the sign of what is behind it
        if (isNext("-")) {
            take();
            return -signed();
        }
        return power();
        // end solution
    }

    /** A percent, to the power of something signed if ^ follows: {@code 2^-1} is 0.5 and {@code 2^3^2} is 512. */
    public double power() {
        // begin solution: read the base; if ^ follows, take it, read the exponent, which may be a power itself, and
        // apply
        double base = percent();
        if (isNext("^")) {
            take();
            return Calculator.apply('^', base, signed());
        }
        return base;
        // end solution
    }

    /** An atom, and a hundredth of it for each % that follows. */
    public double percent() {
        // begin solution: read an atom; as long as % comes next, take it and divide by 100
        double value = atom();
        while (isNext("%")) {
            take();
            value /= 100;
        }
        return value;
        // end solution
    }

    /**
     * A number, a constant, something in parentheses, or a function of something in parentheses.
     *
     * @throws IllegalArgumentException if none of these comes next, or a parenthesis is not closed
     */
    public double atom() {
        // begin solution: look at the next token and decide; begin with numbers and constants, parentheses can wait
        if (isNext("(")) {
            take();
            double value = sum();
            if (!isNext(")")) {
                throw expected("')'");
            }
            take();
            return value;
        }
        if (next().kind() == Kind.NUMBER) {
            return Double.parseDouble(take().text());
        }
        if (next().kind() == Kind.NAME) {
            String name = take().text();
            return isNext("(") ? Calculator.call(name, atom()) : Calculator.constant(name);
        }
        throw expected("a number, a name or '('");
        // end solution
    }
}
