package gradus.kit.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ValuesTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Range("component", "component on the x axis", "", 1, 3, 1, 1),
            new Range("bandwidth", "width of the kernel", "cm", 0.1, 2, 0.1, 0.5),
            new Choice("data", "data set", List.of("iris", "iris, standardised"), "iris"));

    @Test
    void initialValues() {
        Values values = Values.initial(PARAMETERS);

        assertEquals(1, values.whole("component"));
        assertEquals(0.5, values.number("bandwidth"));
        assertEquals("iris", values.choice("data"));
        assertEquals(Map.of("component", "1", "bandwidth", "0.5", "data", "iris"), values.asMap());
    }

    @Test
    void chosenValuesReplaceInitialOnes() {
        Values values = Values.of(PARAMETERS, Map.of("component", "3.0", "bandwidth", "0.3"));

        assertEquals(3, values.whole("component"));
        assertEquals(0.3, values.number("bandwidth"));
        assertEquals("iris", values.choice("data"));
    }

    @Test
    void textMakesTheSameValuesAgain() {
        Values values = Values.of(PARAMETERS, Map.of("component", "2"));

        assertEquals(values, Values.of(PARAMETERS, values.asMap()));
    }

    @Test
    void valuesThatAreNotAllowedAreRefusedInWords() {
        assertRefused("component must be a number from 1 to 3 in steps of 1, but was 4", "component", "4");
        assertRefused("component must be a number from 1 to 3 in steps of 1, but was 1.5", "component", "1.5");
        assertRefused("component must be a number from 1 to 3 in steps of 1, but was two", "component", "two");
        assertRefused("component must be a number from 1 to 3 in steps of 1, but was NaN", "component", "NaN");
        assertRefused("bandwidth must be a number from 0.1 to 2 in steps of 0.1, but was 0", "bandwidth", "0");
        assertRefused("data must be one of: iris; iris, standardised; but was: wine", "data", "wine");
    }

    @Test
    void unknownNamesGetTheKnownOnesListed() {
        assertRefused(
                "colour is not a parameter of this figure, which has component, bandwidth, data", "colour", "red");
        assertMessage(
                "colour is not a parameter of this figure, which has none",
                () -> Values.of(List.of(), Map.of("colour", "red")));
        assertMessage(
                "colour is not a parameter of this figure, which has component, bandwidth, data",
                () -> Values.initial(PARAMETERS).choice("colour"));
    }

    @Test
    void readingAsTheWrongKindIsRefused() {
        assertMessage(
                "data is a choice, not a number: read it with choice(name)",
                () -> Values.initial(PARAMETERS).number("data"));
        assertMessage(
                "bandwidth must be a whole number, but was 0.5",
                () -> Values.initial(PARAMETERS).whole("bandwidth"));
    }

    @Test
    void parametersThatCanNotBeAreRefused() {
        assertMessage(
                "k: initial must be from 1 to 3 in steps of 1, but was 5", () -> new Range("k", "k", "", 1, 3, 1, 5));
        assertMessage(
                "k: min must be below max, but min was 3.0 and max 1.0", () -> new Range("k", "", "", 3, 1, 1, 3));
        assertMessage("k: step must be > 0, but was 0.0", () -> new Range("k", "k", "", 1, 3, 0, 1));
        assertMessage(
                "data: initial must be one of a, b, but was c",
                () -> new Choice("data", "data", List.of("a", "b"), "c"));
    }

    private static void assertRefused(String message, String name, String text) {
        assertMessage(message, () -> Values.of(PARAMETERS, Map.of(name, text)));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
