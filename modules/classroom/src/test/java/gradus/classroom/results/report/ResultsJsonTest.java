package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.classroom.results.MadeUpClass;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What programs read. */
class ResultsJsonTest {
    private static JsonObject read(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static List<String> strings(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    @Test
    @DisplayName("one person, down to each check")
    void person() {
        String text = ResultsJson.of(MadeUpClass.ASSIGNMENT, MadeUpClass.person("sofia"));

        JsonObject json = read(text);
        assertEquals("week-3", json.get("assignment").getAsString());
        assertEquals("sofia", json.get("person").getAsString());
        assertEquals("16.9", json.get("score").getAsString());
        assertEquals("24", json.get("earned").getAsString());
        assertEquals("9.6", json.get("lateness").getAsString());
        assertEquals(2, json.getAsJsonObject("handedIn").get("daysLate").getAsInt());
        JsonObject room = json.getAsJsonArray("rooms").get(0).getAsJsonObject();
        assertEquals("failed", room.get("outcome").getAsString());
        JsonObject check = room.getAsJsonArray("checks").get(3).getAsJsonObject();
        assertEquals("hiddenScores", check.get("id").getAsString());
        assertTrue(check.get("hidden").getAsBoolean());
        assertEquals(
                "Scores of different components must not be correlated.",
                check.get("message").getAsString());
        assertFalse(text.contains(Long.toString(MadeUpClass.SEED)) || text.contains(MadeUpClass.SECRET));
    }

    @Test
    @DisplayName("the class, with its mistakes and who made them")
    void wholeClass() {
        String text = ResultsJson.of(MadeUpClass.gradebook());

        JsonObject json = read(text);
        assertEquals(12, json.get("people").getAsInt());
        assertEquals(9, json.get("graded").getAsInt());
        assertEquals("14", json.get("median").getAsString());
        assertEquals(List.of("john", "hypatia"), strings(json.get("missing")));
        assertEquals(List.of("emmy", "sofia", "evariste"), strings(json.get("late")));
        assertEquals(List.of("leonhard"), strings(json.get("waiting")));
        JsonObject mistake = json.getAsJsonArray("mistakes").get(0).getAsJsonObject();
        assertEquals(List.of("batch-mean"), strings(mistake.get("mistakes")));
        assertEquals(List.of("alan", "emmy", "grace"), strings(mistake.get("people")));
        JsonObject room = json.getAsJsonArray("rooms").get(0).getAsJsonObject();
        assertEquals(5, room.getAsJsonObject("outcomes").get("failed").getAsInt());
        assertEquals(
                2,
                room.getAsJsonArray("checks")
                        .get(0)
                        .getAsJsonObject()
                        .get("missed")
                        .getAsInt());
        assertEquals(12, json.getAsJsonArray("scores").size());
        assertFalse(text.contains(MadeUpClass.SECRET));
    }

    @Test
    @DisplayName("a line of the audit for everybody, from which the score can be worked out again")
    void audit() {
        List<String> lines = AuditLines.of(MadeUpClass.gradebook()).lines().toList();

        assertEquals(12, lines.size());
        JsonObject emmy = read(lines.get(2));
        assertEquals("emmy", emmy.get("person").getAsString());
        double points = StreamSupport.stream(emmy.getAsJsonArray("rooms").spliterator(), false)
                .mapToDouble(room -> room.getAsJsonObject().get("points").getAsDouble())
                .sum();
        assertEquals(
                emmy.get("score").getAsDouble(), points - emmy.get("lateness").getAsDouble(), 1e-9);
        JsonObject room = emmy.getAsJsonArray("rooms").get(0).getAsJsonObject();
        assertEquals(Long.toString(MadeUpClass.SEED), room.get("seed").getAsString());
        assertEquals("b".repeat(64), room.get("roomVersion").getAsString());
        assertEquals(
                "failed",
                room.getAsJsonObject("checks")
                        .get("transformUsesTheTrainingMean")
                        .getAsString());
        assertEquals(
                "M. Meier",
                read(lines.get(4))
                        .getAsJsonArray("adjustments")
                        .get(0)
                        .getAsJsonObject()
                        .get("by")
                        .getAsString());
        assertFalse(String.join("", lines).contains("Noether")
                || String.join("", lines).contains("@"));
    }

    @Test
    @DisplayName("hostile text stays in its string, and in its line")
    void hostile() {
        String lines = AuditLines.of(MadeUpClass.hostile());

        assertEquals(MadeUpClass.HOSTILE.size(), lines.lines().count());
        lines.lines().forEach(ResultsJsonTest::read);
        MadeUpClass.hostile().people().forEach(result -> {
            String text = ResultsJson.of(MadeUpClass.ASSIGNMENT, result);
            read(text);
            assertFalse(text.replace("\n", "").matches("(?s).*[\\p{Cc}\\u202e].*"), text);
        });
    }
}
