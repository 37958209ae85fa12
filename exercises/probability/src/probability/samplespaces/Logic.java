package probability.samplespaces;

import gradus.kit.Require;
import java.util.function.Predicate;

/**
 * Formulas of logic, tried on every case there is.
 *
 * <p>A formula is a function of n truth values, such as {@code v -> v[0] && !v[1]}. With n variables there are 2ⁿ
 * cases, so trying all of them is a proof.
 *
 * <p>Source: K. H. Rosen, <i>Discrete Mathematics and Its Applications</i>, 8th ed., McGraw-Hill 2019, §1.1 and §1.3.
 */
public final class Logic {
    private static final int MAX_VARIABLES = 16;

    private Logic() {}

    /**
     * The value of a formula in every case, in the order in which one counts in binary: the last variable changes
     * fastest, and in the first row all are false.
     *
     * @param nVariables in [1, 16]
     * @param formula (nVariables) truth values to one
     * @return (2ⁿ, n + 1) the variables of each case, and the formula's value behind them
     */
    public static boolean[][] truthTable(int nVariables, Predicate<boolean[]> formula) {
        Require.between("nVariables", nVariables, 1, MAX_VARIABLES);
        // begin solution: row r holds the n bits of r, highest first; then the formula's value
        boolean[][] table = new boolean[1 << nVariables][nVariables + 1];
        for (int r = 0; r < table.length; r++) {
            boolean[] variables = new boolean[nVariables];
            for (int j = 0; j < nVariables; j++) {
                variables[j] = (r >> (nVariables - 1 - j) & 1) == 1;
                table[r][j] = variables[j];
            }
            table[r][nVariables] = formula.test(variables);
        }
        return table;
        // end solution
    }

    /**
     * Whether two formulas have the same value in every case.
     *
     * @param nVariables of each, in [1, 16]
     */
    public static boolean areEquivalent(int nVariables, Predicate<boolean[]> f, Predicate<boolean[]> g) {
        // begin solution: in every row of the table of "f has the value of g" the last entry is true
        for (boolean[] row : truthTable(nVariables, v -> f.test(v) == g.test(v))) {
            if (!row[nVariables]) {
                return false;
            }
        }
        return true;
        // end solution
    }
}
