package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class YamlTest {
    @Test
    void brokenYamlIsNamedByItsLine() {
        assertRefused("x.yaml:2: this is not YAML: mapping values are not allowed here", "a: 1\nb: c: d\n");
        assertRefused(
                "x.yaml:2: this is not YAML: expected a single document in the stream, but found another document",
                "a: 1\n---\nb: 2\n");
    }

    @Test
    void theReasonSaysWhatWasExpected() {
        assertRefused(
                "x.yaml:2: this is not YAML: while parsing a flow node, expected the node content, but found '<stream end>'",
                "a: [1,\n");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused("x.yaml: this file has no content", "");
    }

    @Test
    void aliasesAreRefused() {
        assertRefused(
                "x.yaml:2: aliases (*name) are not allowed here; write the value out", "a: &name [1]\nb: *name\n");
    }

    @Test
    void deepNestingIsRefusedBeforeItCosts() {
        String message = "x.yaml:1: lists and mappings must be nested at most 8 deep";
        assertRefused(message, "[".repeat(9) + "]".repeat(9));
        assertRefused(message, "[".repeat(200_000));
    }

    @Test
    void aTagMakesNoObject() {
        Value value = Yaml.parse(Path.of("x.yaml"), "!!javax.script.ScriptEngineManager [x]");
        assertEquals("x", value.list().get(0).text());
    }

    private static void assertRefused(String message, String text) {
        assertEquals(
                message,
                assertThrows(CatalogueException.class, () -> Yaml.parse(Path.of("x.yaml"), text))
                        .getMessage());
    }
}
