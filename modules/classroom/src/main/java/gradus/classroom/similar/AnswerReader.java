package gradus.classroom.similar;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what the program that compares prints, and believes nothing of it: that process has read what learners wrote.
 * All that is taken over are numbers in the ranges that they must have.
 */
final class AnswerReader {
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_PAIRS = 100_000;
    private static final int MAX_MATCHES = 2_000_000;
    private static final int MAX_TOKENS = 10_000_000;
    private static final int PERCENT = 100;
    private static final int NUMBERS_OF_A_MATCH = 6;

    /** How many lines each file of each work has. */
    private final List<List<Integer>> lines;

    private final Map<Integer, Integer> tokens = new TreeMap<>();
    private final Map<Integer, LeftOut> left = new TreeMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private final List<Integer> counts = new ArrayList<>();
    private int matches;
    private boolean isDone;

    private AnswerReader(List<List<Integer>> lines) {
        this.lines = lines;
    }

    /**
     * Reads to the end.
     *
     * @param lines how many lines each file of each work has, the reference's at the end
     * @throws Unreadable if it breaks a rule or is not whole
     * @throws IOException if it cannot be read
     */
    static Answer read(InputStream in, List<List<Integer>> lines) throws IOException, Unreadable {
        AnswerReader reader = new AnswerReader(lines);
        for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
            try {
                reader.take(JsonParser.parseString(line.get()).getAsJsonObject());
            } catch (JsonParseException
                    | IllegalStateException
                    | IllegalArgumentException
                    | UnsupportedOperationException e) {
                throw new Unreadable("a line is not what it should be", e);
            }
        }
        require(reader.isDone, "it broke off");
        return new Answer(
                Map.copyOf(reader.tokens),
                Map.copyOf(reader.left),
                reader.pairs.stream().sorted(Pair.MOST_ALIKE).toList(),
                List.copyOf(reader.counts));
    }

    /** It is not what the program prints. The message says why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static Optional<String> line(InputStream in) throws IOException, Unreadable {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                require(line.size() == 0, "it broke off in a line");
                return Optional.empty();
            }
            require(line.size() < MAX_LINE, "a line is too long");
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    private void take(JsonObject line) throws Unreadable {
        require(!isDone, "something follows its end");
        if (line.has("pair")) {
            takePair(line);
        } else if (line.has("submission")) {
            int work = work(get(line, "submission"));
            require(!left.containsKey(work), "a work is compared and is not");
            tokens.put(work, between(get(line, "tokens"), 0, MAX_TOKENS));
        } else if (line.has("left")) {
            int work = work(get(line, "left"));
            require(!tokens.containsKey(work), "a work is compared and is not");
            require(work != reference(), "the reference is not compared");
            left.put(work, LeftOut.of(get(line, "why").getAsString()).orElseThrow(IllegalArgumentException::new));
        } else if (line.has("histogram")) {
            require(counts.isEmpty(), "pairs are counted twice");
            JsonArray all = get(line, "histogram").getAsJsonArray();
            require(all.size() == PERCENT + 1, "pairs are not counted by percent");
            for (JsonElement one : all) {
                counts.add(between(one, 0, lines.size() * lines.size()));
            }
        } else {
            require(line.has("done"), "a line says nothing");
            require(!counts.isEmpty(), "its pairs are not counted");
            require(tokens.size() + left.size() == lines.size(), "not all works are in it");
            isDone = true;
        }
    }

    private void takePair(JsonObject line) throws Unreadable {
        JsonArray both = get(line, "pair").getAsJsonArray();
        require(both.size() == 2, "a pair is not two");
        int one = work(both.get(0));
        int other = work(both.get(1));
        require(tokens.containsKey(one) && tokens.containsKey(other) && one != other, "a pair was not compared");
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        require(seen.add(List.of(first, second)) && seen.size() <= MAX_PAIRS, "there are too many pairs");
        double similarity = get(line, "similarity").getAsDouble();
        require(similarity >= 0 && similarity <= PERCENT, "a similarity is none");
        List<Match> found = new ArrayList<>();
        for (JsonElement match : get(line, "matches").getAsJsonArray()) {
            JsonArray numbers = match.getAsJsonArray();
            require(numbers.size() == NUMBERS_OF_A_MATCH && ++matches <= MAX_MATCHES, "a match is none");
            Place here = place(numbers, 0);
            Place there = place(numbers, NUMBERS_OF_A_MATCH / 2);
            if (isThere(one, here) && isThere(other, there)) {
                found.add(one == first ? new Match(here, there) : new Match(there, here));
            }
        }
        pairs.add(new Pair(first, second, similarity, List.copyOf(found)));
    }

    private static Place place(JsonArray numbers, int at) {
        return new Place(
                numbers.get(at).getAsInt(),
                numbers.get(at + 1).getAsInt(),
                numbers.get(at + 2).getAsInt());
    }

    /** Odd text may have odd places: they are not shown, and the rest counts. */
    private boolean isThere(int work, Place place) {
        List<Integer> files = lines.get(work);
        return place.file() >= 0
                && place.file() < files.size()
                && place.first() >= 1
                && place.first() <= place.last()
                && place.last() <= files.get(place.file());
    }

    private int reference() {
        return lines.size() - 1;
    }

    private int work(JsonElement number) {
        return between(number, 0, reference());
    }

    private static int between(JsonElement number, int min, int max) {
        int value = Integer.parseInt(number.getAsString());
        if (value < min || value > max) {
            throw new IllegalArgumentException("a number is out of its range");
        }
        return value;
    }

    private static JsonElement get(JsonObject line, String name) {
        JsonElement value = line.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is absent");
        }
        return value;
    }

    private static void require(boolean holds, String otherwise) throws Unreadable {
        if (!holds) {
            throw new Unreadable(otherwise);
        }
    }
}
