package gradus.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What marks a folder as a learners' pack: a lab with the rooms of one assignment, without their references.
 *
 * @param title of the assignment
 * @param lab version of the lab that made it
 * @param hasHints whether the rooms' hints are in it
 */
public record LearnersPack(String title, String lab, boolean hasHints) {
    /** The file that says so. */
    public static final String FILE = "pack.yaml";

    private static final String YES = "yes";

    /**
     * The pack in a folder, or nothing if the folder is no pack.
     *
     * @throws CatalogueException if its file breaks a rule
     */
    public static Optional<LearnersPack> in(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Fields fields = Yaml.parse(file, TextFile.read(file)).fields("title", "lab", "hints");
        return Optional.of(new LearnersPack(
                fields.get("title").words(),
                fields.get("lab").words(),
                fields.get("hints").oneOf(List.of(YES, "no")).equals(YES)));
    }
}
