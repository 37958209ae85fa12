package statistics.huffmancode;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final Map<Character, String> CODE = Map.of('a', "0", 'b', "10", 'c', "110");

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("encode puts codewords one after the other")
    void bits() {
        assertEquals("1001100010", Codec.encode("bacaab", CODE), "encode(\"bacaab\", {a=0, b=10, c=110}).");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("decode reads codeword after codeword")
    void text() {
        assertEquals("bacaab", Codec.decode("1001100010", CODE), "decode(\"1001100010\", {a=0, b=10, c=110}).");
        assertEquals("", Codec.decode("", CODE), "decode(\"\", …): no bits, no text.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("decode refuses what no text is encoded to")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> Codec.decode("0111", CODE), "No codeword begins with 111.");
        assertThrows(
                IllegalArgumentException.class,
                () -> Codec.decode("1011", CODE),
                "The bits end within a codeword, after 11.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("bits must have 0 and 1 only, but one is '2'", () -> Codec.decode("02", CODE));
        assertRefused("code must have a codeword for 'x', but has none", () -> Codec.encode("abx", CODE));
        assertRefused(
                "codewords must have 0 and 1 only, but one has '2'",
                () -> Codec.decode("0", Map.of('a', "2", 'b', "0")));
    }
}
