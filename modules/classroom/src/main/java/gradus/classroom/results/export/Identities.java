package gradus.classroom.results.export;

import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is who in another system. */
final class Identities {
    private static final int NAMED = 3;

    private Identities() {}

    /**
     * Asks that everybody can be found there.
     *
     * @param export what of the system the roster is to be imported from
     * @param columns of the roster, one of which must say who somebody is
     * @throws Trouble if somebody cannot
     */
    static void require(Gradebook gradebook, String system, String export, String... columns) {
        List<Person> unknown = gradebook.people().stream()
                .map(PersonResult::person)
                .filter(person -> Stream.of(columns)
                        .allMatch(column -> person.column(column).isBlank()))
                .toList();
        if (!unknown.isEmpty()) {
            String named = unknown.stream().limit(NAMED).map(Person::id).collect(Collectors.joining(", "));
            int more = unknown.size() - NAMED;
            throw new Trouble("Not everybody in the roster can be found in " + system + ": "
                    + String.join(", ", columns) + " say nothing for " + named
                    + (more > 0 ? " and " + more + " more" : "") + ". Export " + export + " there, and read it with"
                    + " 'gradus class roster import FILE.csv'.");
        }
    }
}
