package gradus.grader.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    conditionals-boundary | changed conditional boundary                  | if (a > b) {                | replaced > by >=
                    conditionals-boundary | changed conditional boundary                  | i < n && d > 0;             | replaced < by <= or > by >=
                    negate-conditionals   | negated conditional                           | return a == b ? 1 : 2;      | replaced == by !=
                    negate-conditionals   | negated conditional                           | if (names.isEmpty()) {      | turned a condition into its opposite
                    math                  | Replaced double multiplication with division  | return a * b;               | replaced * by /
                    math                  | Replaced integer subtraction with addition    | return a - b;               | replaced - by +
                    math                  | Replaced Unsigned Shift Right with Shift Left | return a >>> b;             | replaced >>> by <<
                    inline-constant       | Substituted 0.0 with 1.0                      | double sum = 0;             | replaced 0.0 by 1.0
                    increments            | Changed increment from 1 to -1                | i++                         | changed increment from 1 to -1
                    void-method-call      | removed call to gradus/kit/Require::positive  | Require.positive("x", x);   | removed the call of Require.positive
                    argument-propagation  | replaced call to java/lang/Math::sqrt with argument | Math.sqrt(x);         | replaced the call of Math.sqrt by its argument
                    null-return-vals      | replaced return value with null for a/b/Pca::fit    | return x;             | replaced return value by null for Pca.fit
                    """)
    void mutantsInWords(String operator, String description, String line, String words) {
        assertEquals(words, Operators.change(operator, description, line));
    }

    @Test
    void shortNames() {
        String prefix = "org.pitest.mutationtest.engine.gregor.mutators.";

        assertEquals("conditionals-boundary", Operators.shortName(prefix + "ConditionalsBoundaryMutator"));
        assertEquals("math", Operators.shortName(prefix + "MathMutator"));
        assertEquals("null-return-vals", Operators.shortName(prefix + "returns.NullReturnValsMutator"));
        assertEquals("remove-conditional-equal-if", Operators.shortName(prefix + "RemoveConditionalMutator_EQUAL_IF"));
    }
}
