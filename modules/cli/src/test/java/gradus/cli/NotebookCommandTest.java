package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gradus notebook}. */
class NotebookCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sit() {
        terminal = new Terminal(folder.resolve("workspace"))
                .with("JUPYTER_DATA_DIR", folder.resolve("data").toString());
    }

    private static JsonObject spec(Path folder) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve("kernel.json")))
                .getAsJsonObject();
    }

    @Test
    @DisplayName("install tells Jupyter of the kernel, for the user; uninstall takes it away")
    void installAndUninstall() throws IOException {
        Path kernel = folder.resolve("data/kernels/gradus");
        assertEquals(ExitCode.OK, terminal.run("notebook", "install"));
        assertEquals(
                "Installed the kernel 'Java (Gradus)' in " + kernel + ".\n"
                        + "Start Jupyter and open notebooks/00-welcome.ipynb with it.\n",
                terminal.out());
        JsonObject spec = spec(kernel);
        assertEquals("Java (Gradus)", spec.get("display_name").getAsString());
        assertEquals("message", spec.get("interrupt_mode").getAsString());
        assertEquals(
                "[\"" + Checkout.homeOf(Path.of("")).resolve("gradus") + "\",\"notebook\",\"kernel\","
                        + "\"{connection_file}\"]",
                spec.get("argv").toString());
        assertEquals(
                folder.resolve("workspace").toString(),
                spec.getAsJsonObject("env").get("GRADUS_WORKSPACE").getAsString());

        assertEquals(ExitCode.OK, terminal.run("notebook", "install"), "a second time does no harm");
        assertEquals(ExitCode.OK, terminal.run("notebook", "uninstall"));
        assertEquals("Removed the kernel 'Java (Gradus)' from " + kernel + ".\n", terminal.out());
        assertFalse(Files.exists(kernel));
        assertEquals(ExitCode.NOT_ALL, terminal.run("notebook", "uninstall"));
        assertEquals("There is no kernel 'Java (Gradus)' in " + kernel + ".\n", terminal.out());
    }

    @Test
    @DisplayName("--prefix installs beside a Jupyter")
    void prefix() {
        assertEquals(
                ExitCode.OK,
                terminal.run(
                        "notebook",
                        "install",
                        "--prefix",
                        folder.resolve("venv").toString()));
        assertTrue(Files.exists(folder.resolve("venv/share/jupyter/kernels/gradus/kernel.json")));
    }

    @Test
    @DisplayName("a kernel of somebody else, and a place that cannot be written, are told")
    void badPlaces() throws IOException {
        Path theirs = Files.createDirectories(folder.resolve("data/kernels/gradus"));
        Files.writeString(theirs.resolve("kernel.json"), "{}");
        assertEquals(ExitCode.USAGE, terminal.run("notebook", "install"));
        assertTrue(terminal.err().contains("holds a kernel that the lab did not write."), terminal.err());
        assertEquals(ExitCode.USAGE, terminal.run("notebook", "uninstall"));
        assertEquals("{}", Files.readString(theirs.resolve("kernel.json")));

        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(ExitCode.USAGE, terminal.run("notebook", "install", "--prefix", file.toString()));
        assertTrue(
                terminal.err()
                        .replaceAll("\\s+", " ")
                        .contains("you may not, or the disk is full. Another place: --prefix" + " DIR."),
                terminal.err());
    }

    @Test
    @DisplayName("for other kernels the lab's jars stand behind the kernel's own")
    void guests() throws IOException {
        Path jar = folder.resolve("ijava-1.3.0.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "some.Kernel");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream made = new JarOutputStream(out, manifest)) {
            made.finish();
        }
        assertEquals(ExitCode.OK, terminal.run("notebook", "install", "--kernel", "ijava", "--jar", jar.toString()));
        JsonObject spec = spec(folder.resolve("data/kernels/gradus-ijava"));
        List<String> argv = spec.getAsJsonArray("argv").asList().stream()
                .map(each -> each.getAsString())
                .toList();
        assertTrue(argv.contains("some.Kernel"), argv.toString());
        String classPath = argv.get(argv.indexOf("-cp") + 1);
        assertTrue(classPath.startsWith(jar.toString()) && classPath.endsWith("jupyter.jar"), classPath);
        assertTrue(spec.getAsJsonObject("env")
                .get("IJAVA_STARTUP_SCRIPT")
                .getAsString()
                .endsWith("gradus.jupyter.guest.IJava.install(getKernelInstance());\n"));

        assertEquals(ExitCode.USAGE, terminal.run("notebook", "install", "--kernel", "jjava"));
        assertTrue(
                terminal.err().startsWith("Where is the jar of JJava? Name it: --jar PATH. It can be had from"),
                terminal.err());
        assertEquals(ExitCode.USAGE, terminal.run("notebook", "install", "--kernel", "jjava", "--jar", "none.jar"));
        assertTrue(
                terminal.err().startsWith("--jar must name the jar of JJava, but there is no file ")
                        && terminal.err().contains("none.jar."),
                terminal.err());
    }

    @Test
    @DisplayName("the notebooks in the repository are what their rooms say")
    void fresh() {
        assertEquals(ExitCode.OK, terminal.run("notebook", "write", "--check"), terminal.out());
        assertEquals("All notebooks are fresh.\n", terminal.out());
    }

    @Test
    @DisplayName("solved notebooks go where they are wanted, with the reference in the place of the starter")
    void solved() throws IOException {
        Path solved = folder.resolve("solved");
        assertEquals(ExitCode.OK, terminal.run("notebook", "write", "--solved", solved.toString()));
        String pca = Files.readString(solved.resolve("pca.ipynb"));
        assertTrue(pca.contains("Svd.thin(Matrix.minusRow(X, mean))"));
        assertFalse(pca.contains("NotAttempted") || pca.contains("begin solution"), pca);
    }
}
