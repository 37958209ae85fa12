package gradus.classroom;

import gradus.classroom.Roster.Row;
import gradus.classroom.Roster.Sheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A roster from a file of somebody else's.
 *
 * <p>Columns as of Canvas's gradebook export, Moodle's grading worksheet and list of participants, and Gradescope's
 * roster, as their documentation shows them.
 *
 * @param format where the file is from, in words
 */
public record RosterImport(String format, Roster roster) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /** How a system writes its people down. */
    private enum Format {
        GRADUS("Gradus", "id", "name") {
            @Override
            Person person(Row row) {
                Map<String, String> columns = new TreeMap<>();
                row.values().forEach((column, value) -> {
                    int colon = column.indexOf(':');
                    if (colon > 0) {
                        columns.put(columnOf(column), value);
                    }
                });
                return new Person(row.first("id"), row.first("name"), row.first("email"), columns);
            }
        },
        CANVAS("Canvas", "Student", "ID", "Section") {
            @Override
            Person person(Row row) {
                String login = row.first("SIS Login ID");
                return new Person(
                        Stream.of(login, row.first("SIS User ID", "ID"))
                                .filter(id -> !id.isEmpty())
                                .findFirst()
                                .orElse(""),
                        lastNameLast(row.first("Student")),
                        login.contains("@") ? login : "",
                        columns("canvas", row, "Student", "ID", "SIS User ID", "SIS Login ID", "Section"));
            }

            @Override
            boolean isPerson(Row row) {
                String student = row.first("Student");
                return !student.isEmpty()
                        && !student.equals("Points Possible")
                        && !student.equals("Student, Test")
                        && !row.first("ID").isEmpty();
            }
        },
        MOODLE_WORKSHEET("Moodle", "Identifier", "Full name", "Email address") {
            @Override
            Person person(Row row) {
                return new Person(
                        row.first("ID number", "Username", "Email address", "Identifier"),
                        row.first("Full name"),
                        row.first("Email address"),
                        columns("moodle", row, "Identifier", "Full name", "ID number", "Username"));
            }
        },
        MOODLE_PARTICIPANTS("Moodle", "First name", "Email address") {
            @Override
            Person person(Row row) {
                return new Person(
                        row.first("Username", "ID number", "Email address"),
                        (row.first("First name") + " " + row.first("Last name", "Surname")).strip(),
                        row.first("Email address"),
                        columns("moodle", row, "First name", "Last name", "Surname", "ID number", "Username"));
            }
        },
        GRADESCOPE("Gradescope", "SID", "Email") {
            @Override
            Person person(Row row) {
                String name = row.first("Full Name", "Name");
                return new Person(
                        row.first("SID", "Email"),
                        name.isEmpty() ? (row.first("First Name") + " " + row.first("Last Name")).strip() : name,
                        row.first("Email"),
                        columns("gradescope", row, "SID", "First Name", "Last Name", "Section", "Sections"));
            }

            @Override
            boolean isPerson(Row row) {
                String role = row.first("Role");
                return role.isEmpty() || role.equalsIgnoreCase("Student");
            }
        };

        private final String title;
        private final String[] needed;

        Format(String title, String... needed) {
            this.title = title;
            this.needed = needed;
        }

        abstract Person person(Row row);

        boolean isPerson(Row row) {
            return row.values().values().stream().anyMatch(value -> !value.isBlank());
        }

        static Map<String, String> columns(String system, Row row, String... names) {
            Map<String, String> columns = new TreeMap<>();
            for (String name : names) {
                String value = row.values().getOrDefault(name.toLowerCase(Locale.ROOT), "");
                if (!value.isBlank()) {
                    columns.put(system + ":" + name, value);
                }
            }
            return columns;
        }

        /** Names of columns are read without regard to case; this gives them back as they are written elsewhere. */
        static String columnOf(String column) {
            for (String known : KNOWN) {
                if (known.equalsIgnoreCase(column)) {
                    return known;
                }
            }
            return column;
        }

        /** {@code Lovelace, Ada} is Ada Lovelace. */
        static String lastNameLast(String name) {
            int comma = name.indexOf(',');
            return comma < 0
                    ? name
                    : name.substring(comma + 1).strip() + " "
                            + name.substring(0, comma).strip();
        }
    }

    private static final List<String> KNOWN = List.of(
            "canvas:Student",
            "canvas:ID",
            "canvas:SIS User ID",
            "canvas:SIS Login ID",
            "canvas:Section",
            "moodle:Identifier",
            "moodle:Full name",
            "moodle:First name",
            "moodle:Last name",
            "moodle:Surname",
            "moodle:ID number",
            "moodle:Username",
            "gradescope:SID",
            "gradescope:First Name",
            "gradescope:Last Name",
            "gradescope:Section",
            "gradescope:Sections");

    /**
     * Reads a file of a system that is recognised by its columns.
     *
     * @throws Trouble if its columns are not known, or two people cannot be told apart; the message names the lines
     */
    public static RosterImport read(Path file) {
        Sheet sheet = Sheet.read(file);
        Format format = Stream.of(Format.values())
                .filter(candidate -> sheet.has(candidate.needed))
                .findFirst()
                .orElseThrow(() -> new Trouble(file + " has the columns " + String.join(", ", sheet.columns())
                        + ". A roster has id, name, email; or it is an export of Canvas's gradebook, of Moodle's grading"
                        + " worksheet or participants, or of Gradescope's roster, with their own columns."));
        List<Person> people = new ArrayList<>();
        Map<String, Long> ids = new HashMap<>();
        Map<String, Long> emails = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (!format.isPerson(row)) {
                continue;
            }
            Person read = format.person(row);
            Person person = new Person(
                    read.id(), CONTROL.matcher(read.name()).replaceAll(" ").strip(), read.email(), read.columns());
            problem(person, row.line(), ids, emails).ifPresentOrElse(problems::add, () -> people.add(person));
        }
        if (!problems.isEmpty()) {
            throw new Trouble(file + " cannot be used as it is:\n  " + String.join("\n  ", problems)
                    + "\nNothing was changed. Mend these lines and import it again.");
        }
        if (people.isEmpty()) {
            throw new Trouble(file + " names nobody below its header.");
        }
        people.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Person::id));
        return new RosterImport(format.title, new Roster(List.copyOf(people)));
    }

    private static Optional<String> problem(Person person, long line, Map<String, Long> ids, Map<String, Long> emails) {
        String where = "line " + line + ": ";
        if (!ID.matcher(person.id()).matches()) {
            return Optional.of(where + "the id '"
                    + CONTROL.matcher(person.id()).replaceAll("?")
                    + "' must have 1 to 64 letters, digits and . _ @ + -, and begin with a letter or digit");
        } else if (person.name().isEmpty()) {
            return Optional.of(where + person.id() + " has no name");
        }
        Long same = ids.putIfAbsent(person.id().toLowerCase(Locale.ROOT), line);
        if (same != null) {
            return Optional.of(where + "the id " + person.id() + " stands in line " + same + " too");
        }
        same = person.email().isEmpty()
                ? null
                : emails.putIfAbsent(person.email().toLowerCase(Locale.ROOT), line);
        return same == null
                ? Optional.empty()
                : Optional.of(where + "the e-mail address " + person.email() + " stands in line " + same + " too");
    }
}
