package gradus.jupyter.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CellOutputTest {
    private final List<String> pieces = new ArrayList<>();
    private final CellOutput output = new CellOutput(pieces::add);

    @Test
    @DisplayName("of 100 MB a notebook gets the first, in few pieces, and is told of the rest")
    void muchOutput() {
        byte[] line = ("x".repeat(99) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000_000; i++) {
            output.write(line, 0, line.length);
        }
        output.close();

        String all = String.join("", pieces);
        assertEquals(CellOutput.LIMIT + pieces.get(pieces.size() - 1).length(), all.length());
        assertEquals(
                "\n… and 98951 kB more. A cell shows the first 1024 kB of what it prints.\n",
                pieces.get(pieces.size() - 1));
        assertTrue(pieces.size() < 100, pieces.size() + " pieces");
    }

    @Test
    @DisplayName("characters of several bytes arrive whole")
    void characters() {
        String text = "Vᵀ → λ 🂡 ".repeat(5000);
        try (PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8)) {
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                out.write(b);
                if (Math.random() < 0.01) {
                    output.send();
                }
            }
        }

        assertEquals(text, String.join("", pieces));
    }
}
