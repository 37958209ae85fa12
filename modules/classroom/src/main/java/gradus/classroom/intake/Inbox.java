package gradus.classroom.intake;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import gradus.classroom.Course;
import gradus.classroom.Folders;
import gradus.classroom.Person;
import gradus.classroom.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps the work of an assignment as it was received. Nothing of it is ever changed or deleted: what comes later stands
 * beside what came before.
 */
public final class Inbox {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String NOTE = "received.json";
    private static final String FILES = "files";

    /** What is written beside the files. */
    private record Note(int number, String person, String received, String collected, String origin, String digest) {}

    private final Path folder;
    private final List<Received> all = new ArrayList<>();
    private Instant lastCollected = Instant.EPOCH;

    private Inbox(Path folder) {
        this.folder = folder;
    }

    /**
     * The work that was received for an assignment.
     *
     * @throws Trouble if the notes beside it cannot be read
     */
    public static Inbox of(Course course, String assignment) {
        Inbox inbox = new Inbox(course.received(assignment));
        if (Files.isDirectory(inbox.folder)) {
            for (Path person : inbox.list(inbox.folder)) {
                inbox.list(person).forEach(inbox::read);
            }
        }
        inbox.all.sort(Comparator.comparingInt(Received::number));
        return inbox;
    }

    private List<Path> list(Path of) {
        try (Stream<Path> files = Files.list(of)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Trouble(of + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(Path submission) {
        Path file = submission.resolve(NOTE);
        try {
            Note note = GSON.fromJson(Files.readString(file), Note.class);
            all.add(new Received(
                    note.person(),
                    submission.resolve(FILES),
                    note.digest(),
                    Instant.parse(note.received()),
                    note.origin(),
                    note.number()));
            Instant collected = Instant.parse(note.collected());
            lastCollected = collected.isAfter(lastCollected) ? collected : lastCollected;
        } catch (IOException | JsonParseException | DateTimeParseException e) {
            throw new Trouble(
                    file + " cannot be read (" + e.getMessage()
                            + "): it was written when the work beside it was collected.",
                    e);
        }
    }

    /** When something was collected last. */
    Instant lastCollected() {
        return lastCollected;
    }

    /** All submissions of a person, the one that came last at the end. */
    public List<Received> of(Person person) {
        return all.stream()
                .filter(one -> one.person().equalsIgnoreCase(person.id()))
                .sorted(Comparator.comparing(Received::received).thenComparing(Received::number))
                .toList();
    }

    /** The submission of a person that counts: the last one. */
    public Optional<Received> counting(Person person) {
        List<Received> theirs = of(person);
        return theirs.isEmpty() ? Optional.empty() : Optional.of(theirs.get(theirs.size() - 1));
    }

    /** Keeps files: all of them or, if something is in the way, none. */
    Received keep(Person person, Handed.Files handed, Instant now) throws IOException {
        int number = all.stream().mapToInt(Received::number).max().orElse(0) + 1;
        String digest = handed.digest();
        Note note =
                new Note(number, person.id(), handed.received().toString(), now.toString(), handed.origin(), digest);
        Path theirs = Files.createDirectories(folder.resolve(person.id().toLowerCase(Locale.ROOT)));
        Path part = theirs.resolve("." + UUID.randomUUID());
        Path place = theirs.resolve(String.format(Locale.ROOT, "%04d-%s", number, digest.substring(0, 12)));
        try {
            write(handed, part.resolve(FILES));
            Files.write(part.resolve(NOTE), GSON.toJson(note).getBytes(StandardCharsets.UTF_8));
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(part);
            throw e;
        }
        Received kept =
                new Received(person.id(), place.resolve(FILES), digest, handed.received(), handed.origin(), number);
        all.add(kept);
        lastCollected = now;
        return kept;
    }

    private static void write(Handed.Files handed, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : new TreeMap<>(handed.files()).entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException(file.getKey() + " would lie outside of the folder");
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
