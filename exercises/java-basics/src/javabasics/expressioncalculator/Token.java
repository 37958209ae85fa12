package javabasics.expressioncalculator;

/**
 * A piece of a formula: the smallest that means something.
 *
 * @param kind what it is
 * @param text its characters, as they stand in the formula; empty at the end
 * @param at place of its first character, counted from 0
 */
public record Token(Kind kind, String text, int at) {
    /** Kinds of pieces. */
    public enum Kind {
        /** Digits, with or without a decimal point. */
        NUMBER,
        /** Letters. */
        NAME,
        /** One of {@code + - * / ^ % ( )}. */
        SYMBOL,
        /** What stands behind the last character of every formula. */
        END
    }
}
