package gradus.classroom.similar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradus.classroom.Person;
import gradus.classroom.similar.RoomFindings.Alike;
import gradus.classroom.similar.RoomFindings.Group;
import gradus.classroom.similar.RoomFindings.LikeReference;

/** Findings as programs read them. People go by their ids, similarities are in percent. */
public final class FindingsJson {
    private static final double TENTHS = 10;

    private FindingsJson() {}

    /** What was found about a room. */
    public static JsonElement of(RoomFindings findings) {
        JsonObject json = new JsonObject();
        json.addProperty("room", findings.room());
        json.addProperty("tokens", findings.tokens());
        json.addProperty("compared", findings.compared());
        findings.median().ifPresent(median -> json.addProperty("median", median));
        JsonArray groups = new JsonArray();
        findings.groups().forEach(group -> groups.add(group(group)));
        json.add("groups", groups);
        JsonArray likeReference = new JsonArray();
        findings.likeReference().forEach(like -> likeReference.add(like(like)));
        json.add("likeReference", likeReference);
        JsonArray notCompared = new JsonArray();
        findings.notCompared().forEach((person, why) -> {
            JsonObject left = new JsonObject();
            left.addProperty("person", person.id());
            left.addProperty("why", why.word());
            notCompared.add(left);
        });
        json.add("notCompared", notCompared);
        return json;
    }

    private static JsonElement group(Group group) {
        JsonObject json = new JsonObject();
        JsonArray people = new JsonArray();
        group.people().stream().map(Person::id).forEach(people::add);
        json.add("people", people);
        JsonArray pairs = new JsonArray();
        group.pairs().forEach(pair -> pairs.add(pair(pair)));
        json.add("pairs", pairs);
        return json;
    }

    private static JsonElement pair(Alike pair) {
        JsonObject json = new JsonObject();
        json.addProperty("first", pair.first().person().id());
        json.addProperty("second", pair.second().person().id());
        json.addProperty("similarity", tenths(pair.similarity()));
        json.addProperty("isEqual", pair.isEqual());
        JsonArray matches = new JsonArray();
        for (Match match : pair.matches()) {
            JsonObject both = new JsonObject();
            both.add("first", place(pair.first(), match.first()));
            both.add("second", place(pair.second(), match.second()));
            matches.add(both);
        }
        json.add("matches", matches);
        return json;
    }

    private static JsonElement place(Candidate whose, Place place) {
        JsonObject json = new JsonObject();
        json.addProperty("file", whose.file(place));
        json.addProperty("from", place.first());
        json.addProperty("to", place.last());
        return json;
    }

    private static JsonElement like(LikeReference like) {
        JsonObject json = new JsonObject();
        json.addProperty("person", like.person().id());
        json.addProperty("similarity", tenths(like.similarity()));
        json.addProperty("isEqual", like.isEqual());
        return json;
    }

    private static double tenths(double percent) {
        return Math.round(percent * TENTHS) / TENTHS;
    }
}
