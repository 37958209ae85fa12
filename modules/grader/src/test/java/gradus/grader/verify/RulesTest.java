package gradus.grader.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file of rules says what it means. */
class RulesTest {
    /** Classes that not all versions of Java have. */
    private static final Set<String> OF_SOME_VERSIONS = Set.of(
            "java/lang/MatchException",
            "java/lang/runtime/SwitchBootstraps",
            "java/util/SequencedCollection",
            "java/util/SequencedMap",
            "java/util/SequencedSet",
            "java/lang/Thread");

    private final Hierarchy hierarchy = new Hierarchy(Map.of(), RulesTest.class.getClassLoader());

    private static Stream<String> keys() {
        return RuleFile.read().stream()
                .flatMap(section -> section.keys().stream())
                .filter(key -> key.matches("(java|gradus/(kit|datasets|worker))/.*") && !key.endsWith("*"));
    }

    @Test
    void everyTypeAndMemberExists() {
        Set<String> unknown = new TreeSet<>();
        keys().forEach(key -> {
            int dot = key.indexOf('.');
            String type = dot < 0 ? key : key.substring(0, dot);
            boolean known = hierarchy
                    .shape(type)
                    .filter(shape -> dot < 0
                            || shape.members().stream()
                                    .anyMatch(member -> member.key().equals(key)
                                            || member.overload().equals(key)))
                    .isPresent();
            if (!known && !OF_SOME_VERSIONS.contains(type)) {
                unknown.add(key);
            }
        });

        assertEquals(Set.of(), unknown);
    }

    @Test
    void noEntryStandsTwiceWithDifferentWords() {
        Set<String> twice = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        RuleFile.read().stream()
                .filter(section -> section.kind() == RuleFile.Kind.ALLOW || section.kind() == RuleFile.Kind.REFUSE)
                .flatMap(section -> section.keys().stream())
                .filter(key -> !seen.add(key))
                .forEach(twice::add);

        assertEquals(Set.of(), twice);
    }

    @Test
    void everyReasonIsAClauseWithAFullStop() {
        List<String> odd = RuleFile.read().stream()
                .filter(section -> section.kind() == RuleFile.Kind.REFUSE)
                .map(RuleFile.Section::words)
                .filter(words -> !words.matches("[a-zA].*\\."))
                .toList();

        assertEquals(List.of(), odd);
    }

    @Test
    void everyGrantOfTheFrontMatterOpensSomething() {
        for (String grant : List.of("temp-files", "threads", "jdbc", "loopback")) {
            assertTrue(
                    RuleFile.read().stream()
                            .anyMatch(section -> section.kind() == RuleFile.Kind.ALLOW_WITH
                                    && section.words().equals(grant)),
                    grant);
        }
    }
}
