package gradus.catalogue;

import java.nio.file.Path;
import java.util.List;

/** Reads mutants.yaml: a list of mutants that no check can notice. */
final class EquivalentMutants {
    private EquivalentMutants() {}

    static List<EquivalentMutant> read(Path file) {
        return Yaml.parse(file, TextFile.read(file)).list().stream()
                .map(value -> value.fields("line-text", "operator", "reason"))
                .map(fields -> new EquivalentMutant(
                        fields.get("line-text").words(),
                        fields.get("operator").id(),
                        fields.get("reason").words()))
                .toList();
    }
}
