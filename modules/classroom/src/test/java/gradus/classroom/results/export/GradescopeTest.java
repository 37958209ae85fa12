package gradus.classroom.results.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.classroom.Trouble;
import gradus.classroom.results.MadeUpClass;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.export.GradescopeAutograder.Lab;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Gradescope reads, and runs. */
class GradescopeTest {
    private static final Set<String> FIELDS = Set.of(
            "score",
            "execution_time",
            "output",
            "output_format",
            "test_output_format",
            "test_name_format",
            "visibility",
            "stdout_visibility",
            "extra_data",
            "tests",
            "leaderboard");

    private static final Set<String> TEST_FIELDS = Set.of(
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data");

    private static final Lab LAB =
            new Lab("https://example.org/gradus.git", "v0.1.0", List.of("iris", "r-datasets"), true);

    private static String text(PersonResult result) {
        return GradescopeJson.of(MadeUpClass.ASSIGNMENT, result, MadeUpClass.TITLES);
    }

    private static JsonObject json(String id) {
        return JsonParser.parseString(text(MadeUpClass.person(id))).getAsJsonObject();
    }

    private static JsonObject test(JsonObject json, String id) {
        return StreamSupport.stream(json.getAsJsonArray("tests").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(test -> test.getAsJsonObject("extra_data")
                        .get("id")
                        .getAsString()
                        .equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("only fields that Gradescope publishes")
    void publishedFields() {
        JsonObject json = json("sofia");

        assertTrue(FIELDS.containsAll(json.keySet()), json.keySet().toString());
        json.getAsJsonArray("tests")
                .forEach(test -> assertTrue(
                        TEST_FIELDS.containsAll(test.getAsJsonObject().keySet()), test.toString()));
    }

    @Test
    @DisplayName("the score is the gradebook's, and tests are worth what they are worth there")
    void scores() {
        JsonObject json = json("alan");

        assertEquals(24, json.get("score").getAsDouble());
        JsonObject failed = test(json, "transformUsesTheTrainingMean");
        assertEquals(0, failed.get("score").getAsDouble());
        assertEquals(6, failed.get("max_score").getAsDouble());
        assertEquals("failed", failed.get("status").getAsString());
        assertEquals(
                "Principal component analysis: transform centres with the training mean",
                failed.get("name").getAsString());
        assertEquals("1.2.3", failed.get("number").getAsString());
        assertTrue(failed.get("output").getAsString().startsWith("failed: transform(mean + 2 · component)[0][0]:"));
        double sum = StreamSupport.stream(json.getAsJsonArray("tests").spliterator(), false)
                .mapToDouble(test -> test.getAsJsonObject().get("max_score").getAsDouble())
                .sum();
        assertEquals(30, sum, 0.011);
    }

    @Test
    @DisplayName("hidden checks stay out of sight until the due date")
    void visibility() {
        JsonObject json = json("ada");

        assertEquals(
                "after_due_date", test(json, "hiddenScores").get("visibility").getAsString());
        assertEquals("visible", test(json, "centres").get("visibility").getAsString());
        assertEquals("hidden", json.get("stdout_visibility").getAsString());
    }

    @Test
    @DisplayName("the text above the tests says points, mistakes and lateness, and is no HTML")
    void output() {
        JsonObject json = json("emmy");

        assertEquals("""
                Principal component analysis: 14 of 20 points
                This is what code gives that centres with the batch being transformed. Your transform re-centres every batch. One sample alone always scores 0.

                k-means: 3.33 of 10 points

                Late: 20 % of what was earned, 3.47 points, is taken off.""", json.get("output").getAsString());
        assertEquals("text", json.get("output_format").getAsString());
        assertTrue(json("grace")
                .get("output")
                .getAsString()
                .endsWith("k-means: 0 of 10 points\nNothing was handed in for this room."));
        assertTrue(json("mallory")
                .get("output")
                .getAsString()
                .contains("because it uses what a room does not allow:\nPca.java:12: System.exit is not allowed"));
    }

    @Test
    @DisplayName("where the score comes from is kept, without seed or secret")
    void origin() {
        String text = text(MadeUpClass.person("ada"));

        JsonObject extra = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("extra_data");
        assertEquals(30, extra.get("max_score").getAsInt());
        assertEquals("d".repeat(64), extra.get("digest").getAsString());
        JsonArray rooms = extra.getAsJsonArray("rooms");
        assertEquals("0.1.0", rooms.get(0).getAsJsonObject().get("lab").getAsString());
        assertFalse(text.contains(MadeUpClass.SECRET) || text.contains(Long.toString(MadeUpClass.SEED)));
    }

    @Test
    @DisplayName("hostile text stays text")
    void hostile() {
        for (PersonResult result : MadeUpClass.hostile().people()) {
            JsonObject json = JsonParser.parseString(text(result)).getAsJsonObject();
            String test = json.getAsJsonArray("tests")
                    .get(0)
                    .getAsJsonObject()
                    .get("output")
                    .getAsString();
            assertFalse(test.replace("\n", "").matches("(?s).*[\\p{Cc}\\u202e].*"), test);
        }
    }

    @Test
    @DisplayName("the autograder's zip has its files at the root, and grades with the lab")
    void autograder() throws IOException {
        byte[] zip = autograder(LAB);

        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertEquals(List.of("setup.sh", "run_autograder", "week-3.yaml"), List.copyOf(files.keySet()));
        assertEquals("title: x\n", files.get("week-3.yaml"));
        assertTrue(String.valueOf(files.get("setup.sh"))
                .contains("git clone --quiet https://example.org/gradus.git /autograder/gradus\n"
                        + "git -C /autograder/gradus checkout --quiet v0.1.0\n"));
        assertTrue(String.valueOf(files.get("setup.sh")).endsWith("""
                export GRADUS_DATA=/autograder/data
                cd /autograder/gradus
                # Where terms must be accepted first, that says so: put './gradus data accept NAME --yes' before it if you do.
                ./gradus data fetch iris r-datasets
                # Grades the reference. What would keep submissions from being graded is found here.
                ./gradus class gradescope \\
                    --assignment /autograder/source/week-3.yaml \\
                    --submission exercises \\
                    --results /autograder/source/reference.json
                """));
        assertTrue(String.valueOf(files.get("run_autograder")).endsWith("""
                export GRADUS_DATA=/autograder/data
                exec /autograder/gradus/gradus class gradescope \\
                    --assignment /autograder/source/week-3.yaml \\
                    --submission /autograder/submission \\
                    --results /autograder/results/results.json
                """));
        assertTrue(files.values().stream().limit(2).allMatch(text -> text.startsWith("#!/usr/bin/env bash\n")));
        assertArrayEquals(zip, autograder(LAB));
    }

    @Test
    @DisplayName("nothing but an address and a revision gets into the autograder's scripts")
    void noCommands() {
        assertThrows(Trouble.class, () -> autograder(lab("https://example.org/x; rm -rf /", "main")));
        assertThrows(Trouble.class, () -> autograder(lab("https://example.org/x", "--upload-pack=x")));
        Trouble trouble = assertThrows(Trouble.class, () -> autograder(lab("https://example.org/x", "$(id)")));
        assertEquals("The revision of the lab must be a commit, tag or branch, but was $(id).", trouble.getMessage());
    }

    private static Lab lab(String repository, String revision) {
        return new Lab(repository, revision, List.of(), true);
    }

    private static byte[] autograder(Lab lab) {
        return GradescopeAutograder.of(MadeUpClass.ASSIGNMENT, "title: x\n".getBytes(StandardCharsets.UTF_8), lab);
    }
}
