package gradus.classroom.grading;

import gradus.catalogue.Room;
import gradus.classroom.Digest;
import gradus.classroom.Trouble;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tells states of the lab and of its rooms apart: what is graded by the same ones is not graded again. */
final class LabVersion {
    private static final int SHORT = 12;

    private LabVersion() {}

    /** Of the sources that the lab is built from: the same on every machine that has the same checkout. */
    static String of(Checkout checkout) {
        Path modules = checkout.home().resolve("modules");
        Digest digest = new Digest();
        for (String module : List.of("kit", "checks", "datasets", "catalogue", "worker", "grader", "classroom")) {
            add(digest, modules.resolve(module).resolve("src/main"));
        }
        return digest.hex().substring(0, SHORT);
    }

    /** Of a room's files, and of those of all rooms that it stands on. */
    static String of(Checkout checkout, Room room) {
        Digest digest = new Digest();
        checkout.roadmap().prerequisites(room).forEach(required -> add(digest, required.folder()));
        add(digest, room.folder());
        return digest.hex();
    }

    private static void add(Digest digest, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                digest.with(folder.relativize(file).toString().replace('\\', '/'))
                        .with(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new Trouble(folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
