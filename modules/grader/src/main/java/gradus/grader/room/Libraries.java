package gradus.grader.room;

import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.datasets.Sha256;
import gradus.grader.worker.Device;
import gradus.grader.worker.Gpus;
import gradus.kit.AtomicFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of the libraries that rooms and tools name, as {@code group:artifact} or {@code group:artifact:type}, with
 * all that these stand on. Maven finds them; the lab's parent pom gives their versions. They are asked for once.
 */
public final class Libraries {
    /** The bundle whose natives depend on the device: modules/djl, from which the pom of the libraries inherits. */
    public static final String DJL = "gradus:djl:pom";

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>gradus</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <relativePath>%s</relativePath>
              </parent>
              <artifactId>libraries</artifactId>
              <packaging>pom</packaging>
              <dependencies>
            %s
              </dependencies>
            </project>
            """;
    private static final String DEPENDENCY =
            "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><%3$s>%4$s</%3$s></dependency>";

    private static final String BUNDLE = "modules/djl/pom.xml";
    private static final String LIST = "jars.txt";

    /**
     * Where a learners' pack has jars, in folders as Maven's repository, and for each room that has some a list of
     * them.
     */
    public static final String OF_PACK = "libraries";

    private static final String CUDA = "-Dgradus.cuda";

    private final Checkout checkout;
    private final Set<String> names;
    private final boolean cuda;

    private Libraries(Checkout checkout, Set<String> names) {
        this.checkout = checkout;
        this.names = names;
        this.cuda = names.contains(DJL)
                && checkout.device() != Device.CPU
                && !Gpus.names().isEmpty();
    }

    /** The jars of a room and of the rooms that it stands on. */
    static List<Path> of(Checkout checkout, Room room) {
        Set<String> names = names(checkout.roadmap(), room);
        Path packed = checkout.home().resolve(OF_PACK);
        if (Files.isRegularFile(listOf(packed, room))) {
            return readPacked(packed, room);
        }
        return names.isEmpty() ? List.of() : new Libraries(checkout, names).jars();
    }

    /** The list of a room's jars in the libraries of a learners' pack: a path below them on each line. */
    public static Path listOf(Path libraries, Room room) {
        return libraries.resolve(room.id() + ".txt");
    }

    private static List<Path> readPacked(Path libraries, Room room) {
        try {
            return Files.readString(listOf(libraries, room))
                    .lines()
                    .map(libraries::resolve)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The jars of tools and of what a notebook asks for.
     *
     * @param names as rooms name libraries, {@code group:artifact}, or with a version, {@code group:artifact:version}
     */
    public static List<Path> ofTools(Checkout checkout, Set<String> names) {
        return new Libraries(checkout, new TreeSet<>(names)).jars();
    }

    /** The jars of a room and of the rooms that it stands on, if they have been fetched before. */
    public static Optional<List<Path>> fetched(Checkout checkout, Room room) {
        try {
            Libraries libraries = new Libraries(checkout, names(checkout.roadmap(), room));
            Path list = libraries.folder().resolve(LIST);
            return isUsable(list) ? Optional.of(read(list)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a room and the rooms that it stands on name in their front matter. */
    public static Set<String> names(Roadmap roadmap, Room room) {
        Set<String> names = new TreeSet<>(room.libraries());
        roadmap.prerequisites(room).forEach(required -> names.addAll(required.libraries()));
        return names;
    }

    private List<Path> jars() {
        try {
            Path folder = folder();
            Path list = folder.resolve(LIST);
            if (!isUsable(list)) {
                ask(folder, list);
            }
            return read(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String parent() throws IOException {
        return Files.readString(checkout.home().resolve("pom.xml"));
    }

    /** Lists of jars are kept for one state of the poms. */
    private Path folder() throws IOException {
        String bundle = names.contains(DJL) ? Files.readString(checkout.home().resolve(BUNDLE)) : "";
        return checkout.cache().resolve("libraries").resolve(digest(parent() + bundle + names + cuda));
    }

    private static boolean isUsable(Path list) throws IOException {
        return Files.isRegularFile(list) && read(list).stream().allMatch(Files::isRegularFile);
    }

    private static List<Path> read(Path list) throws IOException {
        return Stream.of(Files.readString(list).strip().split(File.pathSeparator, -1))
                .filter(file -> file.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    private void ask(Path folder, Path list) throws IOException {
        checkout.news().accept("Fetching libraries (once): " + String.join(", ", names) + size());
        String dependencies = names.stream()
                .filter(name -> !name.equals(DJL))
                .map(Libraries::dependency)
                .collect(Collectors.joining("\n"));
        Path pom = folder.resolve("pom.xml");
        boolean withDjl = names.contains(DJL);
        Path above = checkout.home().toAbsolutePath().resolve(withDjl ? BUNDLE : "pom.xml");
        String text = String.format(
                POM,
                withDjl ? "djl" : "gradus",
                checkout.version(),
                folder.toAbsolutePath().relativize(above),
                dependencies);
        AtomicFiles.write(pom, text.getBytes(StandardCharsets.UTF_8));
        Path part = folder.resolve("jars.part");
        List<String> arguments = new ArrayList<>(List.of("dependency:build-classpath", "-Dmdep.outputFile=" + part));
        if (cuda) {
            arguments.add(CUDA);
        }
        Maven maven = Maven.that("fetches the libraries " + String.join(", ", names));
        if (!maven.run(pom, folder.resolve("maven.log"), arguments)) {
            throw new BrokenRoom("Maven could not find the libraries " + String.join(", ", names)
                    + ". The first time a network is needed. What it said is in " + folder.resolve("maven.log") + ".");
        }
        AtomicFiles.write(list, Files.readAllBytes(part));
    }

    /** A third part that begins with a digit is a version, any other a type. */
    private static String dependency(String name) {
        String[] parts = (name + ":jar").split(":", 4);
        String what = Character.isDigit(parts[2].charAt(0)) ? "version" : "type";
        return String.format(DEPENDENCY, parts[0], parts[1], what, parts[2]);
    }

    private String size() {
        return !names.contains(DJL)
                ? "."
                : cuda ? ". PyTorch for CUDA is 2.3 GB; without it: --device cpu." : ". PyTorch is about 110 MB.";
    }

    private static String digest(String text) {
        byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }
}
