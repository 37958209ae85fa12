package gradus.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads hints.md: headings {@code ## 1} to {@code ## n}, each with the text of one step under it. */
final class Hints {
    private Hints() {}

    static List<String> read(Path file) {
        List<StringBuilder> steps = new ArrayList<>();
        boolean code = false;
        int number = 0;
        for (String line : TextFile.read(file).split("\n", -1)) {
            number++;
            code ^= line.startsWith("```");
            if (line.startsWith("## ") && !code) {
                if (!line.strip().equals("## " + (steps.size() + 1))) {
                    throw new CatalogueException(
                            file,
                            number,
                            String.format(
                                    "the next heading must be '## %d', but was '%s'", steps.size() + 1, line.strip()));
                }
                requireText(file, steps);
                steps.add(new StringBuilder());
            } else if (!steps.isEmpty()) {
                steps.get(steps.size() - 1).append(line).append('\n');
            } else if (!line.isBlank()) {
                throw new CatalogueException(file, number, "hints begin with the heading '## 1'");
            }
        }
        requireText(file, steps);
        return steps.stream().map(step -> step.toString().strip()).toList();
    }

    private static void requireText(Path file, List<StringBuilder> steps) {
        if (!steps.isEmpty() && steps.get(steps.size() - 1).toString().isBlank()) {
            throw new CatalogueException(file, "there is no text under the heading '## " + steps.size() + "'");
        }
    }
}
