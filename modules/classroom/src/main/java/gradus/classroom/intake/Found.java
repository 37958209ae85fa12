package gradus.classroom.intake;

import gradus.catalogue.CatalogueException;
import gradus.catalogue.Value;
import gradus.catalogue.Yaml;
import gradus.classroom.Trouble;
import gradus.classroom.intake.PersonFolder.Unacceptable;
import gradus.datasets.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds what people handed in: in a folder of folders, archives or clones, or in an archive that a course system
 * exported.
 */
final class Found {
    private static final String METADATA = "submission_metadata.yml";

    /** Who handed in a Gradescope submission, and when. */
    private record Submitter(String email, Instant at) {}

    private final Path root;
    private final boolean tellsTimes;
    private final Instant now;
    private final Instant due;
    private final Optional<Instant> received;
    private final List<Handed> handed = new ArrayList<>();
    private final Map<String, Submitter> gradescope = new HashMap<>();
    /** Files that lie beside each other and belong to one person. */
    private final Map<String, SortedMap<String, byte[]>> loose = new TreeMap<>();

    private final Map<String, Naming> looseNames = new HashMap<>();

    /** @param tellsTimes whether the files have times of their own, and not those of being unpacked */
    private Found(Path root, boolean tellsTimes, Instant now, Instant due, Optional<Instant> received) {
        this.root = root;
        this.tellsTimes = tellsTimes;
        this.now = now;
        this.due = due;
        this.received = received;
    }

    /**
     * Finds everything below a folder, or in an archive.
     *
     * @param scratch a folder that is not there yet, to unpack in
     * @param now the time of collection
     * @param due the last time that counts for clones
     * @param received when everything was received, if somebody says so
     * @throws Trouble if there is nothing to be found
     */
    static List<Handed> in(Path source, Path scratch, Instant now, Instant due, Optional<Instant> received)
            throws IOException {
        Path root = source;
        if (Files.isRegularFile(source)) {
            root = unpacked(source, scratch);
        } else if (!Files.isDirectory(source)) {
            throw new Trouble("There is no folder or archive " + source + ".");
        }
        Found found = new Found(root, root.equals(source), now, due, received);
        found.find();
        if (found.handed.isEmpty()) {
            throw new Trouble(source + " holds nothing that anybody handed in: a folder, an archive or a clone for each"
                    + " person is expected, or an export of Canvas, Moodle or Gradescope.");
        }
        return found.handed;
    }

    private static Path unpacked(Path file, Path scratch) throws IOException {
        if (!PersonArchive.isOne(file.getFileName().toString())) {
            throw new Trouble(file + " is neither a folder nor a zip or tar archive.");
        }
        try (Archive archive = Archive.open(file)) {
            if (archive.names().size() > Limits.EXPORT_FILES) {
                throw new Trouble(file + " has " + archive.names().size() + " files; an export may have "
                        + Limits.EXPORT_FILES + ".");
            }
            archive.unpack(scratch, Limits.EXPORT_BYTES);
        } catch (IllegalArgumentException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
        List<Path> inside = list(scratch);
        boolean isWrapped = inside.size() == 1 && Files.isDirectory(inside.get(0));
        return isWrapped
                        && Naming.of(inside.get(0).getFileName().toString())
                                .system()
                                .isEmpty()
                ? inside.get(0)
                : scratch;
    }

    private void find() throws IOException {
        Path metadata = root.resolve(METADATA);
        if (Files.isRegularFile(metadata)) {
            readMetadata(metadata);
        }
        for (Path path : list(root)) {
            String name = path.getFileName().toString();
            Naming naming = Naming.of(name);
            if (name.startsWith(".") || path.equals(metadata)) {
                continue;
            } else if (Files.isSymbolicLink(path)) {
                handed.add(new Handed.Refused(naming.label(), "it is a link"));
            } else if (Files.isDirectory(path)) {
                take(naming, () -> folder(path, naming));
            } else if (PersonArchive.isOne(name)) {
                Naming person = naming.rest().isEmpty() ? Naming.of(PersonArchive.label(name)) : naming;
                take(person, () -> files(person, PersonArchive.read(path), Optional.of(changed(path))));
            } else if (!naming.rest().isEmpty()) {
                addLoose(path, naming);
            } else if (PersonArchive.isForeign(name)) {
                handed.add(new Handed.Refused(
                        naming.label(), "archives of this kind are not read; zip, tar and tar.gz are"));
            }
        }
        loose.forEach((label, files) -> {
            Naming naming = looseNames.getOrDefault(label, Naming.of(label));
            take(naming, () -> files(naming, files, Optional.empty()));
        });
    }

    private interface Reading {
        Handed read() throws IOException;
    }

    private void take(Naming naming, Reading reading) {
        try {
            handed.add(reading.read());
        } catch (IOException e) {
            handed.add(new Handed.Refused(label(naming), String.valueOf(e.getMessage())));
        }
    }

    private Handed folder(Path path, Naming naming) throws IOException {
        if (GitClone.isOne(path)) {
            return GitClone.read(path, label(naming), due);
        }
        PersonFolder folder = PersonFolder.read(path);
        SortedMap<String, byte[]> files = folder.files();
        List<String> archives =
                files.keySet().stream().filter(PersonArchive::isOne).toList();
        if (archives.size() == 1 && files.size() == 1) {
            return files(naming, PersonArchive.read(path.resolve(archives.get(0))), Optional.of(folder.newest()));
        } else if (!archives.isEmpty()) {
            throw new Unacceptable("it holds an archive beside other files, " + archives.get(0)
                    + ": which of them count cannot be told");
        }
        return files(naming, files, Optional.of(folder.newest()));
    }

    private void addLoose(Path path, Naming naming) throws IOException {
        SortedMap<String, byte[]> files = loose.computeIfAbsent(naming.label(), label -> new TreeMap<>());
        long size = Files.size(path)
                + files.values().stream().mapToLong(bytes -> bytes.length).sum();
        if (size > Limits.BYTES || files.size() == Limits.FILES) {
            handed.add(new Handed.Refused(naming.label(), "it has " + Limits.tooLarge()));
        } else {
            files.put(naming.rest(), Files.readAllBytes(path));
            looseNames.merge(naming.label(), naming, (a, b) -> a.isLate() ? a : b);
        }
    }

    private Handed files(Naming naming, SortedMap<String, byte[]> files, Optional<Instant> changed) {
        Submitter submitter = gradescope.get(naming.label());
        if (received.isPresent()) {
            return new Handed.Files(label(naming), files, received.get(), "its time as told when it was collected");
        } else if (submitter != null) {
            return new Handed.Files(label(naming), files, submitter.at(), "its time as Gradescope has it");
        } else if (naming.system().isEmpty() && changed.isPresent() && tellsTimes) {
            Instant at = changed.get().isAfter(now) ? now : changed.get();
            return new Handed.Files(label(naming), files, at, "its time is that of the newest file");
        } else if (naming.isLate()) {
            return new Handed.Files(
                    label(naming), files, now, naming.system() + " says that it was late, but not when it came");
        }
        Instant inTime = now.isAfter(due) ? due : now;
        return new Handed.Files(
                label(naming),
                files,
                inTime,
                (naming.system().isEmpty() ? "the archive" : naming.system())
                        + " does not tell when it came: taken as in time; --received says otherwise");
    }

    private String label(Naming naming) {
        Submitter submitter = gradescope.get(naming.label());
        return submitter == null ? naming.label() : submitter.email();
    }

    private void readMetadata(Path file) throws IOException {
        try {
            Yaml.parse(file, Files.readString(file)).mapping().forEach(this::addSubmitter);
        } catch (CatalogueException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
    }

    private void addSubmitter(String submission, Value value) {
        Map<String, Value> fields = value.mapping();
        Value submitters = fields.get(":submitters");
        Value created = fields.get(":created_at");
        if (submitters != null && created != null && !submitters.list().isEmpty()) {
            Value email = submitters.list().get(0).mapping().get(":email");
            if (email != null) {
                gradescope.put(submission, new Submitter(email.words(), time(created)));
            }
        }
    }

    /** Gradescope writes {@code 2026-11-29 10:15:30.123456 Z}. */
    private static Instant time(Value value) {
        String text = value.words().replaceFirst(" ", "T").replaceFirst(" ", "").replace("UTC", "Z");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw value.refused("a time such as 2026-11-29 10:15:30 Z");
        }
    }

    private static Instant changed(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
