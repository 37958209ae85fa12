package gradus.classroom.intake;

import gradus.classroom.Person;
import gradus.classroom.Roster;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells whose work something is by what it was found under: an id, an address, a name, or a number of a course system.
 */
final class Matching {
    private final Map<String, Set<Person>> byKey = new HashMap<>();

    Matching(Roster roster) {
        for (Person person : roster.people()) {
            add(person.id(), person);
            add(person.email(), person);
            add(person.email().replaceFirst("@.*", ""), person);
            add(person.name(), person);
            List<String> words = List.of(person.name().split("\\s+"));
            int last = words.size() - 1;
            add(words.get(last) + String.join("", words.subList(0, last)), person);
            String number = person.column("canvas:ID");
            byKey.computeIfAbsent("canvas:" + number, key -> new LinkedHashSet<>())
                    .add(person);
            add(person.column("canvas:SIS Login ID"), person);
            add(person.column("canvas:SIS User ID"), person);
            add(person.column("moodle:Identifier").replaceFirst("^Participant ", ""), person);
            add(person.column("moodle:ID number"), person);
        }
    }

    private void add(String key, Person person) {
        String plain = plain(key);
        if (!plain.isEmpty()) {
            byKey.computeIfAbsent(plain, same -> new LinkedHashSet<>()).add(person);
        }
    }

    /** Everybody who may be meant; nobody where there is none of that name. */
    Set<Person> of(String label) {
        Set<Person> exact = byKey.get(label);
        return exact != null && label.startsWith("canvas:") ? exact : byKey.getOrDefault(plain(label), Set.of());
    }

    /** Letters and digits alone, without accents and case. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
