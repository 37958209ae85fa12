package javabasics.expressioncalculator;

/**
 * What the signs and names in a formula mean.
 *
 * <p>Source: the rules are those of school, as in ISO 80000-2:2019, <i>Quantities and units, Part 2: Mathematics</i>.
 */
public final class Calculator {
    private Calculator() {}

    /**
     * One step of arithmetic, {@code left operator right}. Division by 0 gives what Java gives: an infinity, or NaN.
     *
     * @param operator one of {@code + - * / ^}, where {@code 2 ^ 3} is 2 to the power of 3
     * @throws IllegalArgumentException if the operator is none of these
     */
    public static double apply(char operator, double left, double right) {
        // begin solution: one case for each operator, and one that throws for all others
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            case '^' -> Math.pow(left, right);
            default -> throw new IllegalArgumentException("there is no operation " + operator);
        };
        // end solution
    }

    /**
     * A function of one number.
     *
     * @param name one of sin, cos, tan, sqrt
     * @param x for the first three an angle in radians: a full turn is 2π
     * @throws IllegalArgumentException if there is no such function
     */
    public static double call(String name, double x) {
        // begin solution: one case for each function, and one that throws for all others
        return switch (name) {
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "tan" -> Math.tan(x);
            case "sqrt" -> Math.sqrt(x);
            default -> throw new IllegalArgumentException("there is no function " + name);
        };
        // end solution
    }

    /**
     * A number that has a name.
     *
     * @param name pi or e
     * @throws IllegalArgumentException if no number has that name
     */
    static double constant(String name) {
        return switch (name) {
            case "pi" -> Math.PI;
            case "e" -> Math.E;
            default -> throw new IllegalArgumentException("there is no number " + name);
        };
    }
}
