package gradus.kit.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void saysThatTheReferenceAgreesOrWhatItHas() {
        assertEquals("The reference agrees.", Comparison.of("Newton 1e-9 after 5 steps", "Newton 1e-9 after 5 steps"));
        assertEquals(
                "The reference: Newton 1e-9 after 5 steps.",
                Comparison.of("Newton 3 after 9 steps", "Newton 1e-9 after 5 steps"));
        assertEquals("The reference: It is at 2.", Comparison.of("It is at 3.", "It is at 2."));
    }
}
