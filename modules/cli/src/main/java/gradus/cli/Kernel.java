package gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The kernels in which the lab can be used. */
enum Kernel {
    GRADUS("gradus", "Java (Gradus)", ""),
    IJAVA("gradus-ijava", "Java (IJava, Gradus)", "https://github.com/SpencerPark/IJava/releases"),
    JJAVA("gradus-jjava", "Java (JJava, Gradus)", "https://github.com/dflib/jjava/releases");

    private final String id;
    private final String displayName;
    private final String home;

    Kernel(String id, String displayName, String home) {
        this.id = id;
        this.displayName = displayName;
        this.home = home;
    }

    /** What Jupyter calls it. */
    String id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    /** What its makers call it. */
    String word() {
        return this == IJAVA ? "IJava" : this == JJAVA ? "JJava" : "Gradus";
    }

    /** Where its jar can be had. */
    String home() {
        return home;
    }

    /** The newest of its jars beside other kernels of Jupyter. */
    Optional<Path> jarIn(Path kernels) throws IOException {
        if (!Files.isDirectory(kernels)) {
            return Optional.empty();
        }
        String prefix = name().toLowerCase(Locale.ROOT);
        try (Stream<Path> files = Files.walk(kernels, 2)) {
            return files.filter(file -> file.getFileName().toString().matches(prefix + ".*\\.jar"))
                    .max(Comparator.naturalOrder());
        }
    }

    /** The class that starts it. */
    static String mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue("Main-Class");
            if (name == null) {
                throw new Usage("--jar must name the kernel's own jar, but " + jar + " has no class to start.");
            }
            return name;
        }
    }
}
