package gradus.kit.astray;

import org.junit.jupiter.api.Assertions;

public final class KitWithJUnit {
    KitWithJUnit() {
        Assertions.assertTrue(true);
    }
}
