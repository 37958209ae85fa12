package javabasics.expressioncalculator;

import java.util.ArrayList;
import java.util.List;
import javabasics.expressioncalculator.Token.Kind;

/**
 * Cuts a formula into tokens.
 *
 * <p>Source: A. V. Aho et al., <i>Compilers: Principles, Techniques, and Tools</i>, 2nd ed., Addison-Wesley 2006, §2.6.
 */
public final class Tokenizer {
    private static final String SYMBOLS = "+-*/^%()";

    private Tokenizer() {}

    /**
     * The tokens of a formula, in order, and one of kind END behind them. Digits and points that stand together are one
     * number, letters that stand together one name, and every symbol stands alone. Spaces are left out.
     *
     * @throws IllegalArgumentException if the formula holds any other character
     */
    public static List<Token> tokens(String formula) {
        // begin solution: go from token to token; where one begins, ask of what kind it is and how far it reaches
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < formula.length()) {
            char c = formula.charAt(at);
            int end = at + 1;
            if (isDigit(c)) {
                while (end < formula.length() && isDigit(formula.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.NUMBER, formula.substring(at, end), at));
            } else if (Character.isLetter(c)) {
                while (end < formula.length() && Character.isLetter(formula.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.NAME, formula.substring(at, end), at));
            } else if (SYMBOLS.indexOf(c) >= 0) {
                tokens.add(new Token(Kind.SYMBOL, formula.substring(at, end), at));
            } else if (c != ' ') {
                throw new IllegalArgumentException("at " + at + ": '" + c + "' has no place in a formula");
            }
            at = end;
        }
        tokens.add(new Token(Kind.END, "", at));
        return tokens;
        // end solution
    }

    /** Whether a number may hold this character. */
    private static boolean isDigit(char c) {
        return '0' <= c && c <= '9' || c == '.';
    }
}
