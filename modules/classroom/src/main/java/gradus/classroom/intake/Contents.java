package gradus.classroom.intake;

import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Trouble;
import gradus.grader.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of a submission are for which room.
 *
 * @param sources the files of each assigned room of which there is something, by its id
 * @param notes what the instructor should know, in sentences
 */
public record Contents(Map<String, List<Source>> sources, List<String> notes) {
    private static final String JAVA = ".java";
    private static final String CLASS = ".class";

    /**
     * Looks through a submission.
     *
     * @throws Trouble if its files cannot be read
     */
    public static Contents of(Received received, Assignment assignment, Roadmap roadmap) {
        List<Path> files = files(received.folder());
        Map<String, List<Source>> sources = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (AssignedRoom assigned : assignment.rooms()) {
            Room room = roadmap.room(assigned.room()).orElseThrow();
            List<Source> found = new ArrayList<>();
            for (Path wanted : room.sources()) {
                String name = wanted.getFileName().toString();
                file(received.folder(), files, room, name, notes)
                        .flatMap(file -> source(file, room, name, notes))
                        .ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                sources.put(room.id(), List.copyOf(found));
            } else {
                notes.add("Nothing is there for " + room.id() + ": " + names(room) + " is not among the files."
                        + compiled(room, files));
            }
        }
        if (sources.isEmpty()) {
            String others = roadmap.rooms().stream()
                    .filter(room -> assignment.room(room.id()).isEmpty())
                    .filter(room -> room.sources().stream()
                            .anyMatch(wanted -> files.stream().anyMatch(file -> isSameName(file, wanted))))
                    .map(Room::id)
                    .collect(Collectors.joining(", "));
            if (!others.isEmpty()) {
                notes.add("These files are for " + others + ", which this assignment does not have.");
            }
        }
        return new Contents(sources, List.copyOf(notes));
    }

    private static boolean isSameName(Path file, Path wanted) {
        return String.valueOf(file.getFileName()).equals(String.valueOf(wanted.getFileName()));
    }

    private static String names(Room room) {
        return room.sources().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
    }

    private static String compiled(Room room, List<Path> files) {
        return room.sources().stream()
                .map(file -> file.getFileName().toString().replace(JAVA, CLASS))
                .filter(name -> files.stream().anyMatch(file -> file.endsWith(name)))
                .findFirst()
                .map(name -> " There is " + name + ", which is compiled: the source is what can be graded.")
                .orElse("");
    }

    /** A link may lead to what is not the learner's: it is no file. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Trouble(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of several files of that name, the one in the room's own folder, else the one nearest to the top. */
    private static Optional<Path> file(Path folder, List<Path> files, Room room, String name, List<String> notes) {
        List<Path> named = files.stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .sorted(Comparator.comparing((Path file) -> !isInPackage(file, room))
                        .thenComparing(Path::getNameCount)
                        .thenComparing(Path::toString))
                .toList();
        if (named.size() > 1 && !isInPackage(named.get(0), room)) {
            notes.add("There are " + named.size() + " files " + name + "; "
                    + folder.relativize(named.get(0)).toString().replace('\\', '/') + " is graded.");
        }
        return named.stream().findFirst();
    }

    private static boolean isInPackage(Path file, Room room) {
        Path parent = file.getParent();
        return parent != null && parent.endsWith(Path.of(room.packageName().replace('.', '/')));
    }

    private static Optional<Source> source(Path file, Room room, String name, List<String> notes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return Optional.of(new Source(room.packageName().replace('.', '/') + "/" + name, text));
        } catch (CharacterCodingException e) {
            notes.add(name + " is no text in UTF-8, so it cannot be compiled.");
            return Optional.empty();
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
