package gradus.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a mapping whose keys are known. */
public record Fields(Value owner, Map<String, Value> values) {
    public Value get(String key) {
        return find(key).orElseThrow(() -> owner.problem("the key '" + key + "' is missing"));
    }

    public Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The items of a list that may be left out. */
    public List<Value> items(String key) {
        return find(key).map(Value::list).orElse(List.of());
    }
}
