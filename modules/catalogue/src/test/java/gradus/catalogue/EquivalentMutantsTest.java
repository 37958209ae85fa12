package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquivalentMutantsTest {
    private static final String FOLDER = Checkout.folder("decompositions", "pca");

    @TempDir
    private Path home;

    private Checkout checkout;

    @BeforeEach
    void buildTheRoom() {
        checkout = Checkout.in(home).build("decompositions", "pca", "").write(FOLDER + "/Pca.java", "");
    }

    private List<EquivalentMutant> mutants() {
        return Catalogue.read(home).room("pca").orElseThrow().equivalentMutants();
    }

    @Test
    void aRoomWithoutTheFileHasNone() {
        assertEquals(List.of(), mutants());
    }

    @Test
    void eachHasALineAnOperatorAndAReason() {
        checkout.write(FOLDER + "/mutants.yaml", """
                - line-text: return size <= delta
                  operator: conditionals-boundary
                  reason: Both branches meet there.
                """);

        assertEquals(
                List.of(new EquivalentMutant(
                        "return size <= delta", "conditionals-boundary", "Both branches meet there.")),
                mutants());
    }

    @Test
    void withoutAReasonItIsRefused() {
        checkout.write(FOLDER + "/mutants.yaml", "- line-text: return 1;\n  operator: math\n");

        String message = String.valueOf(
                assertThrows(CatalogueException.class, this::mutants).getMessage());

        assertTrue(message.contains("mutants.yaml"), message);
        assertTrue(message.endsWith("the key 'reason' is missing"), message);
    }
}
