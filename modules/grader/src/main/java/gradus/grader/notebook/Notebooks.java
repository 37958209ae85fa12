package gradus.grader.notebook;

import gradus.catalogue.Roadmap;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of the rooms' notebooks. One notebook in it is written by hand. */
public final class Notebooks {
    private static final String BY_HAND = "00-welcome.ipynb";

    private final Path folder;
    private final List<RoomNotebook> rooms;
    private final Map<Path, String> wanted = new TreeMap<>();

    /** @param home root folder of the lab */
    public Notebooks(Path home, Roadmap roadmap) {
        folder = home.resolve("notebooks");
        rooms = roadmap.rooms().stream()
                .map(room -> new RoomNotebook(roadmap, room))
                .toList();
        rooms.forEach(notebook -> wanted.put(folder.resolve(notebook.fileName()), notebook.text()));
    }

    /** Writes the notebooks into another folder, with the references in them; returns how many there are. */
    public int writeSolved(Path other) {
        try {
            for (RoomNotebook notebook : rooms) {
                AtomicFiles.write(
                        other.resolve(notebook.fileName()), notebook.solved().getBytes(StandardCharsets.UTF_8));
            }
            return rooms.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that are not what the rooms say, each with what is wrong with it. */
    public List<String> stale() {
        List<String> stale = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> each : wanted.entrySet()) {
                String name = "notebooks/" + each.getKey().getFileName();
                if (!Files.exists(each.getKey())) {
                    stale.add(name + " is missing");
                } else if (!Files.readString(each.getKey()).equals(each.getValue())) {
                    stale.add(name + " is not what its room says");
                }
            }
            strays().forEach(file -> stale.add("notebooks/" + file.getFileName() + " belongs to no room"));
            return stale;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what is stale and removes what belongs to no room; returns the files that were changed. */
    public List<Path> write() {
        List<Path> changed = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> each : wanted.entrySet()) {
                Path file = each.getKey();
                if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
                    AtomicFiles.write(file, each.getValue().getBytes(StandardCharsets.UTF_8));
                    changed.add(file);
                }
            }
            for (Path stray : strays()) {
                Files.delete(stray);
                changed.add(stray);
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> strays() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !wanted.containsKey(file) && !file.endsWith(BY_HAND))
                    .sorted()
                    .toList();
        }
    }
}
