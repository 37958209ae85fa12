package gradus.classroom;

import gradus.catalogue.CatalogueException;
import gradus.catalogue.Fields;
import gradus.catalogue.Yaml;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a class, which belongs to who teaches it.
 *
 * @param name of the course, for learners to read
 * @param rooms where rooms of the instructor's own are, if there are any
 */
public record Course(Path folder, String name, Optional<Path> rooms) {
    private static final String FILE = "class.yaml";
    private static final String ASSIGNMENTS = "assignments";
    private static final String YAML = ".yaml";

    /** What must not be published with the rest: others' work, and the secret seeds in assignments. */
    private static final String IGNORED = """
            # Learners' work, and what was made of it, is not for everybody's eyes. Nor are the seeds of the assignments.
            .gradus/
            assignments/
            packs/
            received/
            reports/
            roster.csv
            """;

    /**
     * Makes the folder of a new class.
     *
     * @throws Trouble if there is a class already
     */
    public static Course create(Path folder, String name) throws IOException {
        if (Files.exists(folder.resolve(FILE))) {
            throw new Trouble(folder + " is the folder of a class already. Choose another one.");
        }
        Files.createDirectories(folder.resolve(ASSIGNMENTS));
        AtomicFiles.write(folder.resolve(".gitignore"), IGNORED.getBytes(StandardCharsets.UTF_8));
        String text = "# A class of Gradus.\nname: " + YamlText.of(name)
                + "\n\n# A folder with rooms of your own, as docs/authoring.md describes it:\n# rooms: ../my-rooms\n";
        AtomicFiles.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
        return open(folder);
    }

    /**
     * Finds the class whose folder this is, or holds it.
     *
     * @throws Trouble if there is none
     */
    public static Course around(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(FILE))) {
                return open(at);
            }
        }
        throw new Trouble("No class is in " + folder + ": neither there nor above it is a " + FILE
                + ". Go to the folder of your class, or name it with --class.");
    }

    private static Course open(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Fields fields = Yaml.parse(file, Files.readString(file)).fields("name", "rooms");
            Optional<Path> rooms = fields.find("rooms")
                    .map(value -> folder.resolve(value.words()).normalize());
            return new Course(folder, fields.get("name").words(), rooms);
        } catch (CatalogueException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Path roster() {
        return folder.resolve("roster.csv");
    }

    /** Where an assignment is written down. */
    public Path assignmentFile(String id) {
        return folder.resolve(ASSIGNMENTS).resolve(id + YAML);
    }

    /** Where the packs for learners are. */
    public Path packs() {
        return folder.resolve("packs");
    }

    /** Where the work of an assignment is kept as it came. */
    public Path received(String assignment) {
        return folder.resolve("received").resolve(assignment);
    }

    /** Where the gradebooks and reports of an assignment are written. */
    public Path reports(String assignment) {
        return folder.resolve("reports").resolve(assignment);
    }

    /** Where the queue, grades and adjustments are. */
    public Path data() {
        return folder.resolve(".gradus");
    }

    /** The ids of all assignments, by name. */
    public List<String> assignments() {
        Path assignments = folder.resolve(ASSIGNMENTS);
        if (!Files.isDirectory(assignments)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(assignments)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(YAML))
                    .map(name -> name.substring(0, name.length() - YAML.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Trouble(assignments + " cannot be read: " + e.getMessage(), e);
        }
    }
}
