package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authors of rooms type and read. */
class DevCommandsTest {
    @TempDir
    private Path folder;

    /** A lab with the real roadmap and no room. */
    private Terminal emptyLab() throws IOException {
        Path home = Checkout.homeOf(Path.of(""));
        Files.createDirectories(folder.resolve("exercises"));
        Files.copy(home.resolve("exercises/roadmap.yaml"), folder.resolve("exercises/roadmap.yaml"));
        Files.copy(home.resolve("exercises/pom.xml"), folder.resolve("exercises/pom.xml"));
        return new Terminal(folder, folder.resolve("workspace"));
    }

    @Test
    void aNewRoomCompilesAndIsToldWhatItLacks() throws IOException {
        Terminal terminal = emptyLab();

        assertEquals(0, terminal.run("dev", "new", "linear-algebra", "vector-ops"), terminal.err());
        assertTrue(Files.exists(folder.resolve("exercises/linear-algebra/src/linearalgebra/vectorops/VectorOps.java")));
        assertTrue(Files.readString(folder.resolve("exercises/pom.xml")).contains("<module>linear-algebra</module>"));
        assertTrue(Files.readString(folder.resolve("exercises/linear-algebra/pom.xml"))
                .contains("<version>0"));

        assertEquals(1, terminal.run("dev", "check", "vector-ops"));
        assertTrue(terminal.out().contains("there is no text under the heading '## 1'"), terminal.out());
        assertTrue(terminal.out().contains("a room has at least 3"), terminal.out());
        assertFalse(terminal.out().contains("  compiles"), terminal.out());
        assertFalse(terminal.out().contains("  reference"), terminal.out());

        assertEquals(2, terminal.run("dev", "new", "linear-algebra", "vector-ops"));
        assertTrue(terminal.err().contains("is there already"), terminal.err());
    }

    @Test
    void unknownChaptersAndRoomsAreNamed() throws IOException {
        Terminal terminal = emptyLab();

        assertEquals(2, terminal.run("dev", "new", "algebra", "vector-ops"));
        assertTrue(
                terminal.err().startsWith("There is no chapter 'algebra'. The chapters are java-basics, "),
                terminal.err());
        assertEquals(2, terminal.run("dev", "new", "linear-algebra", "quaternions"));
        assertTrue(terminal.err().contains("Add a line for it there first."), terminal.err());
        assertEquals(2, terminal.run("dev", "check"));
        assertEquals("Name one or more rooms, or add --all.", terminal.err().strip());
        assertEquals(2, terminal.run("dev"));
        assertTrue(terminal.err().contains("docs/authoring.md"), terminal.err());
    }

    /** A lab with the grader's small rooms, in which one piece of text of MeanTest.java is replaced. */
    private Terminal fixtureLab(String replace, String with) throws IOException {
        Path lab = Checkout.homeOf(Path.of("")).resolve("modules/grader/src/test/lab");
        try (Stream<Path> files = Files.walk(lab)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = folder.resolve(lab.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path checks = folder.resolve("exercises/fixtures/src/fixtures/mean/MeanTest.java");
        String text = Files.readString(checks);
        assertTrue(text.contains(replace), text);
        Files.writeString(checks, text.replace(replace, with));
        return new Terminal(folder, folder.resolve("workspace"));
    }

    @Test
    void aCheckThatAcceptsNaNIsReported() throws IOException {
        Terminal terminal = fixtureLab(
                "        assertClose(\n                \"weighted((1, 2), (3, 1))",
                "        if (Double.isNaN(Mean.weighted(new double[] {1, 2}, new double[] {3, 1}))) {\n"
                        + "            return;\n        }\n"
                        + "        assertClose(\n                \"weighted((1, 2), (3, 1))");

        assertEquals(1, terminal.run("dev", "check", "mean"), terminal.err());
        assertTrue(
                terminal.out().startsWith("mean  not ok  3 of 3 mistakes caught, 3 of 4 automatic ones, "),
                terminal.out());
        assertTrue(
                terminal.out()
                        .contains(
                                "  automatic\n    Mean.weighted returning NaN gets full marks: no check notices it.\n"),
                terminal.out());

        assertEquals(1, terminal.run("dev", "check", "mean", "--json"), terminal.err());
        JsonObject survivor = JsonParser.parseString(terminal.out())
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("automatic")
                .get(3)
                .getAsJsonObject();
        assertEquals("{\"method\":\"Mean.weighted\",\"returned\":\"NaN\",\"caught\":false}", survivor.toString());
    }

    @Test
    void calibrateNamesAFlakyCheckAndItsFirstSeed() throws IOException {
        Terminal terminal = fixtureLab(
                "double y = random.nextDouble();",
                "double y = random.nextDouble();\n        if (x > 0.9) {\n"
                        + "            throw new AssertionError(\"x is beyond 0.9\");\n        }");

        assertEquals(1, terminal.run("dev", "check", "mean", "--calibrate", "50", "--json"), terminal.err());
        JsonObject room = JsonParser.parseString(terminal.out())
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject();
        JsonObject shifts = room.getAsJsonArray("checks").get(0).getAsJsonObject();
        int failures = shifts.get("failures").getAsInt();
        int seed = shifts.get("seed").getAsInt();
        assertEquals(50, room.get("seeds").getAsInt());

        assertEquals(1, terminal.run("dev", "check", "mean", "--calibrate", "50"), terminal.err());
        assertTrue(
                terminal.out()
                        .startsWith("mean  " + failures
                                + " false failures in 50 seeds, 1 check that draws random numbers, "),
                terminal.out());
        assertTrue(
                terminal.out()
                        .contains("  shifts  " + failures + " of 50, first with seed " + seed
                                + "\n    x is beyond 0.9\n"),
                terminal.out());

        assertEquals(0, terminal.run("dev", "check", "mean", "--calibrate", "" + (seed - 1)), terminal.out());
        assertTrue(terminal.out().startsWith("mean  0 false failures in " + (seed - 1) + " seeds"), terminal.out());
        assertEquals(2, terminal.run("dev", "check", "mean", "--calibrate", "0"));
        assertEquals(
                "--calibrate takes the number of seeds to try, at least 1, but was 0.",
                terminal.err().strip());
    }

    @Test
    void pcaIsSound() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(0, terminal.run("dev", "check", "pca", "--json"), terminal.out() + terminal.err());
        JsonObject room = JsonParser.parseString(terminal.out())
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject();
        assertEquals("pca", room.get("id").getAsString());
        assertTrue(room.get("ok").getAsBoolean());
        assertTrue(room.getAsJsonArray("mistakes").size() >= 4);
        assertTrue(room.getAsJsonArray("automatic").size() >= 30);
        room.getAsJsonArray("automatic")
                .forEach(mistake ->
                        assertTrue(mistake.getAsJsonObject().get("caught").getAsBoolean()));
        room.getAsJsonArray("mistakes")
                .forEach(mistake ->
                        assertTrue(mistake.getAsJsonObject().get("caught").getAsBoolean()));
    }

    @Test
    void benchmarksAreNamedAndRunAtLeastOnce() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(2, terminal.run("dev", "bench", "speed"));
        assertEquals(
                "There is no benchmark 'speed'. They are latency, browser, batch, fleet, memory, training, numerics.",
                terminal.err().strip());
        assertEquals(2, terminal.run("dev", "bench", "latency", "--runs", "0"));
        assertEquals(
                "--runs takes how often everything is measured, at least 1, but was 0.",
                terminal.err().strip());
        assertEquals(2, terminal.run("dev", "bench", "latency", "--submissions", "100"));
        assertEquals(
                "--submissions is for the benchmark batch: latency grades none.",
                terminal.err().strip());
        assertEquals(2, terminal.run("dev", "bench", "batch", "--submissions", "12"));
        assertEquals(
                "--submissions takes a multiple of 5, so that there are as many of each kind, but was 12.",
                terminal.err().strip());
        assertEquals(2, terminal.run("dev", "bench"));
        assertTrue(terminal.err().startsWith("Missing required parameter: 'NAME'"), terminal.err());
    }

    @Test
    void benchmarksThatCannotBeBuiltSayWhereMavensWordsAre() throws IOException {
        Terminal terminal = emptyLab();

        assertEquals(70, terminal.run("dev", "bench", "latency"));
        assertEquals(
                "Building the benchmarks\nMaven could not build the benchmarks. The first time a network is needed: they"
                        + " are measured with libraries of their own, PyTorch among them. What it said is in "
                        + folder.resolve(".gradus/benchmarks.log") + ".",
                terminal.err().strip());
        assertTrue(Files.readString(folder.resolve(".gradus/benchmarks.log")).contains("pom.xml"));
    }

    @Test
    void benchmarksNeedMaven() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dgradus.home=" + Checkout.homeOf(Path.of("")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "dev",
                        "bench",
                        "numerics")
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("MAVEN_HOME", "M2_HOME"));
        builder.environment().put("PATH", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();

        assertEquals(
                "Maven builds the benchmarks, but there is no Maven on the PATH. 'gradus doctor' says how to get it.",
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        assertEquals(70, process.waitFor());
    }

    @Test
    void mutateNeedsARoom() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(2, terminal.run("dev", "mutate"));
        assertEquals(2, terminal.run("dev", "mutate", "pcb"));
        assertTrue(terminal.err().contains("Did you mean pca?"), terminal.err());
    }

    @Test
    @Tag("system")
    void survivorsSayWhatToCheck() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(0, terminal.run("dev", "mutate", "observations"), terminal.out() + terminal.err());
        assertTrue(
                terminal.out().matches("(?s)observations  8 of 9 killed, 0 equivalent, 88 %  [0-9.]+ s\\R.*"),
                terminal.out());
        assertTrue(
                terminal.out()
                        .contains(
                                "\n  Observations.java:43  replaced 2 by 3  (inline-constant)\n      names.contains("),
                terminal.out());
        assertTrue(
                terminal.out().contains("\n    Run this line and pass all the same: readsAnyTable, "), terminal.out());
    }

    @Test
    @Tag("system")
    void mutantsOfPcaAreKilled() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(0, terminal.run("dev", "mutate", "pca", "--json"), terminal.out() + terminal.err());
        JsonObject room = JsonParser.parseString(terminal.out())
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject();
        assertEquals("pca", room.get("id").getAsString());
        assertTrue(room.get("ok").getAsBoolean());
        assertEquals(38, room.get("mutants").getAsInt());
        assertTrue(room.get("score").getAsInt() >= 80);
        assertEquals(0, room.getAsJsonArray("problems").size());
    }
}
