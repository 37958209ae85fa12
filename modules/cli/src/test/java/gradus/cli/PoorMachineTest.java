package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lab says on machines that lack something, made with bubblewrap. */
@Tag("system")
class PoorMachineTest {
    /** Where the poor machine has a small disk of its own, if it has one. */
    @TempDir
    private Path disk;

    private record Result(int code, String out) {
        /** What doctor found of one thing. */
        JsonObject of(String what) {
            return StreamSupport.stream(
                            JsonParser.parseString(out)
                                    .getAsJsonObject()
                                    .getAsJsonArray("checks")
                                    .spliterator(),
                            false)
                    .map(check -> check.getAsJsonObject())
                    .filter(check -> check.get("what").getAsString().equals(what))
                    .findFirst()
                    .orElseThrow();
        }

        String state(String what) {
            return of(what).get("state").getAsString();
        }
    }

    /** Runs the command line in a machine that is read-only but for what the options add. */
    private Result gradus(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
        command.addAll(options);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + disk,
                "-Dgradus.home=" + Checkout.homeOf(Path.of("")),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GRADUS_WORKSPACE", disk.resolve("workspace").toString());
        builder.environment().put("XDG_CACHE_HOME", disk.resolve("cache").toString());
        builder.environment().remove("GRADUS_DATA");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }

    @Test
    void aMachineThatCannotBeWritten() throws Exception {
        Result doctor = gradus(List.of(), "doctor", "--json");

        assertAll(
                () -> assertEquals(1, doctor.code()),
                () -> assertEquals("broken", doctor.state("workspace")),
                () -> assertEquals(
                        "Choose a folder that you may write with --workspace DIR or GRADUS_WORKSPACE.",
                        doctor.of("workspace").get("fix").getAsString()),
                () -> assertEquals("note", doctor.state("cache")),
                () -> assertEquals("ok", doctor.state("compiler")));

        Result start = gradus(List.of(), "start", "pca");
        assertEquals(70, start.code());
        assertTrue(start.out().contains("Choose another folder with --workspace DIR."), start.out());
    }

    @Test
    void aFullDisk() throws Exception {
        List<String> small = List.of("--size", "16384", "--tmpfs", disk.toString());

        Result doctor = gradus(small, "doctor", "--json");
        assertEquals("broken", doctor.state("disk"));
        assertEquals(
                "The disk is full. Make room, or your files cannot be saved.",
                doctor.of("disk").get("fix").getAsString());

        Result start = gradus(small, "start", "pca");
        assertEquals(70, start.code());
        assertTrue(start.out().contains("No space left on device"), start.out());
    }

    @Test
    void noNetwork() throws Exception {
        Result doctor = gradus(List.of("--tmpfs", disk.toString(), "--unshare-net"), "doctor", "--json");

        assertEquals("note", doctor.state("network"));
        assertTrue(doctor.of("network").get("fix").getAsString().startsWith("What is built works without a network"));
    }

    @Test
    void noSandbox() throws Exception {
        List<String> without = List.of(
                "--tmpfs",
                disk.toString(),
                "--ro-bind",
                "/dev/null",
                Path.of("/usr/bin/bwrap").toString());

        Result doctor = gradus(without, "doctor", "--json");
        assertEquals("note", doctor.state("sandbox"));
        assertEquals(
                "bubblewrap (bwrap) is not installed",
                doctor.of("sandbox").get("found").getAsString());

        Result check = gradus(without, "dev", "check", "pca", "--sandboxed");
        assertEquals(70, check.code());
        assertEquals(
                "Submissions were to run in a sandbox, and this machine has none: bubblewrap (bwrap) is not installed."
                        + " Install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap; Arch:"
                        + " pacman -S bubblewrap). Nothing was run.",
                check.out().lines().reduce((first, last) -> last).orElse(""));
    }

    @Test
    void noFontsAtAllStillDraws() throws Exception {
        Result figure = gradus(
                List.of("--tmpfs", disk.toString(), "--tmpfs", "/usr/share/fonts", "--tmpfs", "/etc/fonts"),
                "figure",
                "pca",
                "--reference");

        assertEquals(0, figure.code(), figure.out());
        assertTrue(figure.out().contains("Picture: " + disk.resolve("workspace/figures/pca.png")), figure.out());
    }

    @Test
    void noFontLibraryIsSaidInOneSentence() throws Exception {
        List<String> options = new ArrayList<>(List.of("--tmpfs", disk.toString()));
        for (Path library : freetypes()) {
            options.addAll(List.of("--ro-bind", "/dev/null", library.toString()));
        }

        Result doctor = gradus(options, "doctor", "--json");
        assertEquals("broken", doctor.state("pictures"));
        assertTrue(
                doctor.of("pictures").get("fix").getAsString().contains("apt-get install fontconfig fonts-dejavu-core"),
                doctor.out());

        Result figure = gradus(options, "figure", "pca", "--reference");
        assertEquals(1, figure.code(), figure.out());
        assertTrue(figure.out().contains("Java can't draw text on this machine"), figure.out());
    }

    /** The freetype libraries of the system and of this JDK. */
    private static List<Path> freetypes() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("/usr/lib"),
                Path.of(System.getProperty("java.home"), "lib").toRealPath())) {
            try (Stream<Path> files = Files.find(
                    folder,
                    3,
                    (file, attributes) ->
                            file.getFileName().toString().startsWith("libfreetype.so") && attributes.isRegularFile())) {
                files.forEach(found::add);
            }
        }
        return found;
    }
}
