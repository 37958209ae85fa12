package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A lab with small rooms, copied where a test may write. */
public final class FixtureLab {
    private static final Path SOURCE = Path.of("src/test/lab");

    private final Path folder;

    private FixtureLab(Path folder) {
        this.folder = folder;
    }

    /** Stands where a test has not opened its lab yet. */
    public static FixtureLab none() {
        return new FixtureLab(Path.of("none"));
    }

    public static FixtureLab copyTo(Path folder) {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(SOURCE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return new FixtureLab(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Checkout checkout() {
        return Checkout.open(folder);
    }

    public Room room(String id) {
        return checkout().roadmap().room(id).orElseThrow();
    }

    /** The reference of a room with one piece of text replaced. */
    public Submission reference(String id, String replace, String with) {
        Room room = room(id);
        List<Source> sources = RoomClasses.read(room, room.sources()).stream()
                .map(source -> new Source(source.path(), source.text().replace(replace, with)))
                .toList();
        return new Submission(room.folder(), sources);
    }

    /** Replaces text in a file of a room, which must be there. */
    public void edit(String id, String file, String replace, String with) {
        Path path = room(id).folder().resolve(file);
        try {
            String text = Files.readString(path);
            if (!text.contains(replace)) {
                throw new IllegalArgumentException(file + " does not contain " + replace);
            }
            Files.writeString(path, text.replace(replace, with));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Grades a room's reference in which one piece of text is replaced. */
    public Outcome check(String id, String replace, String with) {
        return new Judge(checkout()).check(room(id), reference(id, replace, with), Settings.quick(1));
    }

    /** Grades the reference of the room of the mean after its text went through an editor. */
    Outcome edited(UnaryOperator<String> editor) {
        List<Source> sources = reference("mean", "", "").sources().stream()
                .map(source -> new Source(source.path(), editor.apply(source.text())))
                .toList();
        return new Judge(checkout()).check(room("mean"), new Submission(folder, sources), Settings.quick(1));
    }

    /** What became of one check. */
    static CheckResult result(Outcome outcome, String id) {
        return result(outcome.run(), id);
    }

    /** What became of one check. */
    static CheckResult result(Run run, String id) {
        return run.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
