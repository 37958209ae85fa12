package gradus.catalogue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a YAML file, asked for as what it must be. Every refusal names file, line, key, rule and value.
 *
 * @param key the key it stands under, for messages
 */
public record Value(Path file, String key, Node node) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String ID_RULE = "an id of small letters, digits and hyphens, such as vector-ops";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    /** The text as written, be it a number or a word; an empty text must be quoted. */
    public String text() {
        if (node instanceof ScalarNode scalar
                && !(scalar.isPlain() && scalar.getValue().isEmpty())) {
            return scalar.getValue();
        }
        throw refused("text");
    }

    /** A text that says something, without the blanks around it. */
    public String words() {
        String words = text().strip();
        if (words.isEmpty()) {
            throw refused("text");
        }
        return words;
    }

    public String id() {
        if (node instanceof ScalarNode scalar && ID.matcher(scalar.getValue()).matches()) {
            return scalar.getValue();
        }
        throw refused(ID_RULE);
    }

    /** The key, which names something. */
    public String keyAsId() {
        if (!ID.matcher(key).matches()) {
            throw problem("a key here must be " + ID_RULE + ", but was '" + key + "'");
        }
        return key;
    }

    public int number(int min, int max) {
        if (node instanceof ScalarNode scalar
                && WHOLE_NUMBER.matcher(scalar.getValue()).matches()) {
            int number = Integer.parseInt(scalar.getValue());
            if (min <= number && number <= max) {
                return number;
            }
        }
        throw refused(String.format("a whole number in [%d, %d]", min, max));
    }

    public String oneOf(List<String> choices) {
        if (node instanceof ScalarNode scalar && choices.contains(scalar.getValue())) {
            return scalar.getValue();
        }
        throw refused("one of " + String.join(", ", choices));
    }

    public List<Value> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Value(file, key, item))
                    .toList();
        }
        throw refused("a list");
    }

    /** The values of a mapping by key, in the order of the file. */
    public Map<String, Value> mapping() {
        if (!(node instanceof MappingNode mapping)) {
            throw refused("a mapping of keys to values");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Value name = new Value(file, "a key", tuple.getKeyNode());
            Value value = new Value(file, name.words(), tuple.getValueNode());
            if (values.put(value.key, value) != null) {
                throw name.problem("the key '" + value.key + "' stands here twice");
            }
        }
        return values;
    }

    /** The values of a mapping that knows only the given keys. */
    public Fields fields(String... known) {
        Map<String, Value> values = mapping();
        values.values().forEach(value -> {
            if (!Arrays.asList(known).contains(value.key)) {
                throw value.problem(
                        String.format("unknown key '%s'; the keys here are %s", value.key, String.join(", ", known)));
            }
        });
        return new Fields(this, values);
    }

    public CatalogueException refused(String rule) {
        return problem(key + " must be " + rule + ", but was " + description());
    }

    public CatalogueException problem(String problem) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new CatalogueException(file, line, problem);
    }

    private String description() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank()
                    ? "empty"
                    : "'" + scalar.getValue().strip() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
