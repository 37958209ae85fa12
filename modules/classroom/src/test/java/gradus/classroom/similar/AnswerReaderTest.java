package gradus.classroom.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.classroom.similar.AnswerReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is believed of a process that has read what learners wrote. */
class AnswerReaderTest {
    /** Three works with a file each, of which the last is the reference. */
    private static final List<List<Integer>> LINES = List.of(List.of(10), List.of(20), List.of(30));

    private static final String COMPARED = """
            {"submission":0,"tokens":40}
            {"submission":1,"tokens":50}
            {"submission":2,"tokens":60}
            """;
    private static final String HISTOGRAM =
            "{\"histogram\":[" + String.join(",", Collections.nCopies(101, "0")) + "]}\n";
    private static final String DONE = HISTOGRAM + "{\"done\":true}\n";

    private static Answer read(String text) throws IOException, Unreadable {
        return AnswerReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LINES);
    }

    private static String pair(String rest) {
        return COMPARED + "{\"pair\":" + rest + "}\n" + DONE;
    }

    @Test
    @DisplayName("works, pairs with the smaller number first, and who was left out")
    void reads() throws Exception {
        Answer answer = read("""
                {"left":1,"why":"syntax"}
                {"submission":0,"tokens":40}
                {"submission":2,"tokens":60}
                {"pair":[2,0],"similarity":75.5,"matches":[[0,5,30,0,1,10]]}
                """ + DONE);

        assertEquals(Map.of(0, 40, 2, 60), answer.tokens());
        assertEquals(Map.of(1, LeftOut.SYNTAX), answer.left());
        assertEquals(
                List.of(new Pair(0, 2, 75.5, List.of(new Match(new Place(0, 1, 10), new Place(0, 5, 30))))),
                answer.pairs());
    }

    @Test
    @DisplayName("places that no file has are not shown, and the pair counts all the same")
    void places() throws Exception {
        Answer answer = read(pair("[0,1],\"similarity\":80,\"matches\":[[0,1,11,0,1,5],[1,1,2,0,1,5],[0,0,2,0,1,5],"
                + "[0,3,2,0,1,5],[-1,1,2,0,1,5],[0,1,2,0,4,5]]"));

        assertEquals(
                List.of(new Match(new Place(0, 1, 2), new Place(0, 4, 5))),
                answer.pairs().get(0).matches());
    }

    static Stream<Arguments> broken() {
        String right = "[0,1],\"similarity\":80,\"matches\":[]";
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("broken off", COMPARED),
                Arguments.of("broken off in a line", COMPARED + DONE.substring(0, DONE.length() - 1)),
                Arguments.of("no JSON", COMPARED + "oops\n" + DONE),
                Arguments.of("no object", COMPARED + "[1,2]\n" + DONE),
                Arguments.of("an empty line", COMPARED + "\n" + DONE),
                Arguments.of("another object", COMPARED + "{\"verdict\":\"guilty\"}\n" + DONE),
                Arguments.of("lists in lists", COMPARED + "[".repeat(100_000) + "\n" + DONE),
                Arguments.of("a line without end", COMPARED + "{\"pair\":[" + "0,".repeat(1 << 20)),
                Arguments.of("a work that is not there", COMPARED + "{\"submission\":3,\"tokens\":1}\n" + DONE),
                Arguments.of(
                        "a number that is too large", COMPARED + "{\"submission\":99999999999,\"tokens\":1}\n" + DONE),
                Arguments.of("a length below 0", COMPARED.replace("40", "-1") + DONE),
                Arguments.of("half a work", COMPARED.replace("40", "1.5") + DONE),
                Arguments.of("a work that is forgotten", COMPARED.substring(COMPARED.indexOf('\n') + 1) + DONE),
                Arguments.of("compared and not", COMPARED + "{\"left\":0,\"why\":\"syntax\"}\n" + DONE),
                Arguments.of(
                        "no reference",
                        COMPARED.replace("{\"submission\":2,\"tokens\":60}", "{\"left\":2,\"why\":\"long\"}") + DONE),
                Arguments.of(
                        "another reason",
                        COMPARED.replace("{\"submission\":0,\"tokens\":40}", "{\"left\":0,\"why\":\"<b>\"}") + DONE),
                Arguments.of("no reason", COMPARED.replace("{\"submission\":0,\"tokens\":40}", "{\"left\":0}") + DONE),
                Arguments.of("a pair of one", pair(right.replace("[0,1]", "[1,1]"))),
                Arguments.of("a pair of three", pair(right.replace("[0,1]", "[0,1,2]"))),
                Arguments.of("a pair twice", COMPARED + ("{\"pair\":" + right + "}\n").repeat(2) + DONE),
                Arguments.of("a pair before its works", "{\"pair\":" + right + "}\n" + COMPARED + DONE),
                Arguments.of("more than all", pair(right.replace("80", "101"))),
                Arguments.of("less than nothing", pair(right.replace("80", "-1"))),
                Arguments.of("no number", pair(right.replace("80", "NaN"))),
                Arguments.of("a word", pair(right.replace("80", "\"much\""))),
                Arguments.of("nothing at all", pair(right.replace("80", "null"))),
                Arguments.of("matches of three numbers", pair(right.replace("[]", "[[0,1,2]]"))),
                Arguments.of("matches that are none", pair(right.replace("[]", "7"))),
                Arguments.of("pairs that are not counted", COMPARED + "{\"done\":true}\n"),
                Arguments.of("counted twice", COMPARED + HISTOGRAM + DONE),
                Arguments.of("counted by another measure", COMPARED + "{\"histogram\":[0]}\n{\"done\":true}\n"),
                Arguments.of("more after its end", COMPARED + DONE + "{\"submission\":0,\"tokens\":40}\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    @DisplayName("what breaks a rule is not believed")
    void refuses(String what, String text) {
        assertThrows(Unreadable.class, () -> read(text), what);
    }
}
