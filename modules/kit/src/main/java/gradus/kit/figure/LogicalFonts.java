package gradus.kit.figure;

import gradus.kit.AtomicFiles;
import gradus.kit.CacheFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Gives Java's logical fonts (Dialog, SansSerif, …) files of ours on Linux, where AWT otherwise asks fontconfig for
 * installed fonts and fails when there are none.
 *
 * <p>AWT reads the property {@code sun.awt.fontconfig} once, when its font manager starts: {@link #map} has an effect
 * only before that, and none where the user has set the property.
 */
final class LogicalFonts {
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final String[] FILES = {Fonts.REGULAR, Fonts.SEMIBOLD};

    private LogicalFonts() {}

    static void map() throws IOException {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, extract().toString());
        }
    }

    /** Puts the fonts and the file that maps them into the cache, or where that can't be written, into a new folder. */
    private static Path extract() throws IOException {
        try {
            return extractTo(Files.createDirectories(cache()));
        } catch (IOException | RuntimeException e) {
            Path folder = Files.createTempDirectory("gradus-fonts");
            folder.toFile().deleteOnExit();
            Path mapping = extractTo(folder);
            try (var files = Files.list(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return mapping;
        }
    }

    private static Path cache() {
        return CacheFolder.of(System.getProperties(), System.getenv()).resolve("fonts");
    }

    /** Leaves files alone that are already right, so that any number of processes can do this at once. */
    static Path extractTo(Path folder) throws IOException {
        for (String name : FILES) {
            writeIfChanged(folder.resolve(name), Fonts.bytes(name));
        }
        Path mapping = folder.resolve("fontconfig.properties");
        writeIfChanged(mapping, mapping(folder.resolve(Fonts.REGULAR), folder.resolve(Fonts.SEMIBOLD)));
        return mapping;
    }

    private static void writeIfChanged(Path file, byte[] content) throws IOException {
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            AtomicFiles.write(file, content);
        }
    }

    /** The format of the JDK's own fontconfig.properties: fonts by X11 name, and the file of each name. */
    private static byte[] mapping(Path plain, Path bold) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("version", "1");
        properties.setProperty("sequence.allfonts", "latin-1");
        for (String logical : new String[] {"serif", "sansserif", "monospaced", "dialog", "dialoginput"}) {
            for (String style : new String[] {"plain", "italic"}) {
                properties.setProperty(logical + "." + style + ".latin-1", x11Name("medium"));
            }
            for (String style : new String[] {"bold", "bolditalic"}) {
                properties.setProperty(logical + "." + style + ".latin-1", x11Name("bold"));
            }
        }
        properties.setProperty("filename." + x11Name("medium").replace(' ', '_'), plain.toString());
        properties.setProperty("filename." + x11Name("bold").replace(' ', '_'), bold.toString());
        return withoutComments(properties);
    }

    private static String x11Name(String weight) {
        return "-adobe-source sans pro-" + weight + "-r-normal--*-%d-*-*-p-*-iso10646-1";
    }

    /** Properties start with the date, which would differ every time. */
    private static byte[] withoutComments(Properties properties) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        properties.store(out, null);
        return out.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
