package gradus.grader.workspace;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import gradus.catalogue.Room;
import gradus.grader.Submission;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The learner's folder: {@code src} holds their files, {@code checks} the visible checks of the rooms they started,
 * {@code .gradus} their progress and a copy of every file that was replaced.
 */
public final class Workspace {
    /** Longest file that is graded, in bytes. */
    private static final int MAX_FILE = 1 << 20;

    /** The line of the pom above which libraries are added. */
    private static final String LIBRARIES = "    <!-- libraries of your rooms are added above this line -->";

    private static final String LIBRARY = """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <type>%s</type>
                </dependency>
            """;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private final Path folder;

    public Workspace(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /** The file that a learner opens first. */
    public Path mainFile(Room room) {
        return filesToEdit(room).get(0);
    }

    /** The files of a room that have something to write in them. */
    public List<Path> filesToEdit(Room room) {
        List<Source> all = RoomClasses.read(room, room.sources());
        List<Source> marked = all.stream().filter(Starter::isMarked).toList();
        return (marked.isEmpty() ? all : marked).stream().map(this::file).toList();
    }

    private Path file(Source source) {
        return folder.resolve("src").resolve(source.path());
    }

    public boolean isStarted(Room room) {
        return Files.exists(mainFile(room));
    }

    /**
     * Puts the starter of a room where there is no file of that name yet, and returns the file to open. Prerequisites
     * come along, so that an IDE can compile the room.
     */
    public Path start(Room room, List<Room> prerequisites) {
        for (Room required : prerequisites) {
            for (Source source : RoomClasses.read(required, required.sources())) {
                writeIfAbsent(file(source), Starter.of(source).text());
            }
        }
        for (Source source : RoomClasses.read(room, room.sources())) {
            writeIfAbsent(file(source), Starter.of(source).text());
        }
        writeIfAbsent(statementFile(room), room.statement().strip() + "\n");
        writeIfAbsent(folder.resolve("pom.xml"), pom());
        Stream.concat(prerequisites.stream(), Stream.of(room))
                .flatMap(each -> each.libraries().stream())
                .forEach(this::addToPom);
        for (Source check : RoomClasses.read(room, room.checks())) {
            replace(folder.resolve("checks").resolve(check.path()), check.text());
        }
        save(progress().started(room.id()));
        return mainFile(room);
    }

    /**
     * Takes the pom of a learners' pack, whose jars it names, where there is no pom yet. A workspace outside of the
     * pack finds them by the pack's own path.
     *
     * @param pack folder of the pack
     */
    public void takePom(Path pack) {
        Path packed = pack.resolve("workspace/pom.xml");
        try {
            if (Files.isRegularFile(packed)) {
                String path =
                        pack.toAbsolutePath().toString().replace("&", "&amp;").replace("<", "&lt;");
                writeIfAbsent(
                        folder.resolve("pom.xml"), Files.readString(packed).replace("${project.basedir}/..", path));
            }
        } catch (IOException e) {
            throw new WorkspaceException(packed, "read", e);
        }
    }

    /** Lets the IDE see a library, unless the learner's pom has it or has no place for it any more. */
    private void addToPom(String library) {
        Path file = folder.resolve("pom.xml");
        try {
            String pom = Files.readString(file);
            String[] parts = (library + ":jar").split(":", 4);
            if (!pom.contains("<artifactId>" + parts[1] + "</artifactId>")) {
                replace(file, pom.replace(LIBRARIES, String.format(LIBRARY, parts[0], parts[1], parts[2]) + LIBRARIES));
            }
        } catch (IOException e) {
            throw new WorkspaceException(file, "read", e);
        }
    }

    /** Where the statement of a started room lies. */
    public Path statementFile(Room room) {
        return mainFile(room).resolveSibling("README.md");
    }

    /**
     * Replaces the learner's files by the starter.
     *
     * @return copies of the files that were replaced
     */
    public List<Path> reset(Room room) {
        return put(
                RoomClasses.read(room, room.sources()).stream().map(Starter::of).toList());
    }

    /**
     * Replaces the learner's files by the reference.
     *
     * @return copies of the files that were replaced
     */
    public List<Path> apply(Room room) {
        return put(RoomClasses.read(room, room.sources()));
    }

    /**
     * Replaces files of the learner.
     *
     * @return copies of the files that were replaced
     */
    public List<Path> put(List<Source> sources) {
        List<Path> copies = new ArrayList<>();
        for (Source source : sources) {
            Path copy = replace(file(source), source.text());
            if (copy != null) {
                copies.add(copy);
            }
        }
        return copies;
    }

    /**
     * Replaces a learner's text by a newer one of theirs, if what they began with still stands there.
     *
     * @param isKnown whether a text is what they began with
     * @return what stands there instead; then nothing was written
     */
    public synchronized Optional<String> edit(Source changed, Predicate<String> isKnown) {
        Path file = file(changed);
        try {
            String there = Files.exists(file) ? decode(Files.readAllBytes(file)) : "";
            if (!isKnown.test(there)) {
                return Optional.of(there);
            }
            AtomicFiles.write(file, changed.text().getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (IOException e) {
            throw new WorkspaceException(file, "written", e);
        }
    }

    /** Keeps a text of the learner that shall not stand in its file, and returns where. */
    public Path keep(Source text) {
        Path copy = copyFor(file(text));
        try {
            AtomicFiles.write(copy, text.text().getBytes(StandardCharsets.UTF_8));
            return copy;
        } catch (IOException e) {
            throw new WorkspaceException(copy, "written", e);
        }
    }

    /** Reads the learner's files of a room. */
    public Reading read(Room room) {
        List<Source> sources = new ArrayList<>();
        for (Source wanted : RoomClasses.read(room, room.sources())) {
            Path file = file(wanted);
            String name = folder.relativize(file).toString();
            try {
                if (!Files.isRegularFile(file)) {
                    return new Reading.Unreadable(
                            name + " is missing. 'gradus start " + room.id() + "' puts the starter there.");
                }
                long size = Files.size(file);
                if (size > MAX_FILE) {
                    return new Reading.Unreadable(
                            name + " is " + inMegabytes(size) + " MB long. A room's file may be at most 1 MB.");
                }
                Source source = new Source(wanted.path(), decode(Files.readAllBytes(file)));
                if (source.text().isBlank()) {
                    return new Reading.Unreadable(
                            name + " is empty. 'gradus reset " + room.id() + "' brings the starter back.");
                }
                sources.add(source);
            } catch (CharacterCodingException e) {
                return new Reading.Unreadable(name + " is not UTF-8 text. Save it with the encoding UTF-8.");
            } catch (IOException e) {
                return new Reading.Unreadable(name + " cannot be read: " + e.getMessage() + ".");
            }
        }
        return new Reading.Read(new Submission(mainFile(room), sources));
    }

    /** The learner's files of those rooms that they solved. */
    public List<Source> solved(List<Room> rooms) {
        Progress progress = progress();
        return rooms.stream()
                .filter(progress::isSolved)
                .filter(room -> !room.sources().isEmpty())
                .map(this::read)
                .filter(Reading.Read.class::isInstance)
                .flatMap(reading -> ((Reading.Read) reading).submission().sources().stream())
                .toList();
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String inMegabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    /** What was done so far. A progress file that cannot be understood is kept as a copy, and progress begins anew. */
    public Progress progress() {
        Path file = progressFile();
        try {
            if (!Files.exists(file)) {
                return Progress.NONE;
            }
            Progress read = GSON.fromJson(Files.readString(file), Progress.class);
            Map<String, Progress.OfRoom> rooms = new LinkedHashMap<>(Objects.requireNonNull(read.rooms()));
            rooms.values().forEach(Objects::requireNonNull);
            return new Progress(read.current(), rooms);
        } catch (JsonParseException | NullPointerException e) {
            replace(file, GSON.toJson(Progress.NONE));
            return Progress.NONE;
        } catch (IOException e) {
            throw new WorkspaceException(file, "read", e);
        }
    }

    public void save(Progress progress) {
        try {
            AtomicFiles.write(progressFile(), (GSON.toJson(progress) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WorkspaceException(progressFile(), "written", e);
        }
    }

    private Path progressFile() {
        return folder.resolve(".gradus/progress.json");
    }

    private void writeIfAbsent(Path file, String text) {
        if (!Files.exists(file)) {
            replace(file, text);
        }
    }

    /** Writes a file; what was there is copied first. Returns the copy, or null if there was nothing else. */
    private @Nullable Path replace(Path file, String text) {
        try {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            Path copy = null;
            if (Files.exists(file)) {
                if (Arrays.equals(Files.readAllBytes(file), content)) {
                    return null;
                }
                copy = copyFor(file);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            AtomicFiles.write(file, content);
            return copy;
        } catch (IOException e) {
            throw new WorkspaceException(file, "written", e);
        }
    }

    private Path copyFor(Path file) {
        Path copies = folder.resolve(".gradus/copies");
        String stamp = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        Path inside = folder.relativize(file);
        Path copy = copies.resolve(stamp).resolve(inside);
        for (int n = 2; Files.exists(copy); n++) {
            copy = copies.resolve(stamp + "-" + n).resolve(inside);
        }
        return copy;
    }

    /** The pom of a new workspace of a checkout, whose modules Maven finds where the launcher installed them. */
    public static String pom() {
        try (InputStream in = Workspace.class.getResourceAsStream("pom.xml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
