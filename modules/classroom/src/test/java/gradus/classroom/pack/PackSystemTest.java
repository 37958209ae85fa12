package gradus.classroom.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack on a machine that has a JDK, and neither Maven nor a network. */
@Tag("system")
class PackSystemTest {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");

    private static final Path LAB = Checkout.homeOf(Path.of(""));

    @TempDir
    private static Path folder;

    private static Path home = Path.of("");
    private static Path another = Path.of("");
    private static List<Source> solution = List.of();

    private record Said(int code, String words) {
        void says(String... phrases) {
            for (String phrase : phrases) {
                assertTrue(words.replaceAll("\\s+", " ").contains(phrase), words);
            }
        }
    }

    @BeforeAll
    static void unpack() throws IOException {
        Checkout lab = Checkout.open(LAB);
        Room pca = lab.roadmap().room("pca").orElseThrow();
        solution = RoomClasses.read(pca, pca.sources());
        Packed packed = Pack.write(lab, List.of(pca), false, "Sheet 3", folder.resolve("sheet-3.zip"));
        home = Unpacked.in(Files.createDirectory(folder.resolve("a learner's folder")), packed.file());
        another = Unpacked.in(Files.createDirectory(folder.resolve("another learner's folder")), packed.file());
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool :
                "awk cat cksum find grep head mkdir mv printf readlink rm sed sh sleep sort tail uname".split(" ")) {
            for (Path program : List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))) {
                if (Files.exists(program)) {
                    Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
                    tools.resolve(tool).toFile().setExecutable(true);
                }
            }
        }
    }

    /** Runs a command where the PATH has a JDK and what the launcher calls, and no Maven. */
    private static Said gradus(String... arguments) throws IOException, InterruptedException {
        return gradus(home, arguments);
    }

    private static Said gradus(Path pack, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(withoutTheLab(pack));
        command.add("./gradus");
        command.addAll(List.of(arguments));
        Path own = Files.createDirectories(folder.resolve("home"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(pack.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getProperty("java.home") + "/bin:" + folder.resolve("tools"));
        builder.environment().put("HOME", own.toString());
        builder.environment().put("GRADUS_DAEMON", "no");
        return said(builder);
    }

    /** What starts a command where neither the checkout is nor a network. */
    private static List<String> withoutTheLab(Path pack, String... hidden) {
        if (!Files.isExecutable(BUBBLEWRAP)) {
            return List.of();
        }
        List<String> command = new ArrayList<>(
                List.of(BUBBLEWRAP.toString(), "--dev-bind", "/", "/", "--unshare-net", "--chdir", pack.toString()));
        command.addAll(List.of("--tmpfs", LAB.toAbsolutePath().normalize().toString()));
        for (String each : hidden) {
            command.addAll(List.of("--tmpfs", each));
        }
        return command;
    }

    /** Maven, with a local repository that has its plug-ins, and nothing of the lab. */
    private static Said maven(Path pack, String goal) throws IOException, InterruptedException {
        String repository = System.getProperty("localRepository");
        List<String> command = new ArrayList<>(withoutTheLab(pack, repository + "/gradus"));
        command.addAll(List.of("mvn", "-o", "-B", "-ntp", "-Dstyle.color=never", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of("-f", "workspace/pom.xml", goal));
        ProcessBuilder builder = new ProcessBuilder(command).directory(pack.toFile());
        builder.environment().remove("MAVEN_OPTS");
        return said(builder);
    }

    private static Said said(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.redirectErrorStream(true);
        Path said = folder.resolve("said.txt");
        Process process = builder.redirectOutput(said.toFile()).start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    @Test
    void aLearnerSolvesARoom() throws IOException, InterruptedException {
        gradus().says("Welcome to Sheet 3, rooms of Gradus to solve.", "'./gradus start pca' starts the first one.");
        gradus("roadmap").says("Linear algebra II", "not started pca");
        Said started = gradus("start", "pca");
        assertEquals(0, started.code());
        started.says("Principal component analysis", "workspace/src/decompositions/pca/Pca.java");
        Said untouched = gradus("check", "pca");
        assertEquals(1, untouched.code());
        untouched.says("Not attempted: 0 of ");
        for (Source source : solution) {
            Files.writeString(home.resolve("workspace/src").resolve(source.path()), source.text());
        }
        Said solved = gradus("check");
        assertEquals(0, solved.code(), solved.words());
        solved.says("when graded", "it runs when your work is graded.", "One check needs the reference");
        Said figure = gradus("figure");
        assertEquals(0, figure.code(), figure.words());
        figure.says("This pack does not hold the reference: the picture shows your own result alone.");
        assertTrue(Files.size(home.resolve("workspace/figures/pca.png")) > 1000);
        gradus("progress").says("passed", "All rooms of this assignment are solved.");
    }

    @Test
    void whatThePackDoesNotHoldIsSaidInASentence() throws IOException, InterruptedException {
        gradus("hint", "pca").says("This assignment gives no hints.");
        for (String command : List.of("solution", "dev", "class", "notebook", "open")) {
            Said said = gradus(command, "check", "pca", "--yes");
            assertEquals(2, said.code(), said.words());
            assertTrue(
                    said.words().replace("Preparing a quick start (once)\n", "").matches("This pack [^\n]*\\.\n"),
                    said.words());
        }
        gradus("start", "svd-lowrank").says("is not assigned: this pack holds it for others to stand on.");
        gradus("figure", "pca", "--reference").says("This pack does not hold the reference.");
        Said doctor = gradus("doctor");
        assertEquals(0, doctor.code(), doctor.words());
        doctor.says("1 assigned");
        assertTrue(!doctor.words().contains("ok      Maven"), doctor.words());
    }

    @Test
    void mavenFindsInThePackWhatAnIdeNeeds() throws IOException, InterruptedException {
        Said empty = maven(another, "compile");
        assertEquals(0, empty.code(), empty.words());
        gradus(another, "start", "pca").says("workspace/src/decompositions/pca/Pca.java");
        Said untouched = maven(another, "test");
        assertEquals(1, untouched.code(), untouched.words());
        untouched.says("Tests run: ");
        for (Source source : solution) {
            Files.writeString(another.resolve("workspace/src").resolve(source.path()), source.text());
        }
        Said solved = maven(another, "test");
        assertEquals(0, solved.code(), solved.words());
        solved.says("Failures: 0, Errors: 0", "BUILD SUCCESS");
        assertFalse(solved.words().contains("systemPath"), solved.words());
    }

    @Test
    void aWorkspaceElsewhereFindsThePack() throws IOException, InterruptedException {
        Path elsewhere = folder.resolve("else where");
        gradus(
                        another,
                        "start",
                        "pca",
                        "--workspace",
                        elsewhere.resolve("workspace").toString())
                .says("else where/workspace/src/decompositions");
        Said compiled = maven(elsewhere, "test-compile");
        assertEquals(0, compiled.code(), compiled.words());
    }
}
