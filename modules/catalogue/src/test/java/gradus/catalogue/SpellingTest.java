package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private final Roadmap roadmap = Catalogue.read(Path.of("../.."));

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertEquals(List.of("vector-ops"), roadmap.nearest("vectro-ops"));
        assertEquals(List.of("linear-regression"), roadmap.nearest("Lineer-Regresion"));
        assertEquals(List.of("pca"), roadmap.nearest("pac"));
        assertEquals(List.of("pca"), roadmap.nearest("PCA"));
    }

    @Test
    void aPartOfTheNameIsUnderstood() {
        assertEquals(List.of("pca"), roadmap.nearest("pca-scratch"));
        assertEquals(
                List.of("gradient-jacobian", "gradient-descent", "policy-gradient-a2c"), roadmap.nearest("gradient"));
        assertEquals(3, roadmap.nearest("capstone").size(), "at most three");
    }

    @Test
    void nothingIsGuessedFromAfar() {
        assertEquals(List.of(), roadmap.nearest("quantum-gravity"));
        assertEquals(List.of(), roadmap.nearest(""));
    }
}
