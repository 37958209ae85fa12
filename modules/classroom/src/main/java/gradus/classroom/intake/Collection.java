package gradus.classroom.intake;

import gradus.catalogue.Roadmap;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Folders;
import gradus.classroom.Person;
import gradus.classroom.Roster;
import gradus.classroom.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of collecting.
 *
 * @param entries one for each person in the roster, then one for each thing that is nobody's
 */
public record Collection(List<Entry> entries) {
    /** What happened to one person's work. */
    public enum Fate {
        COLLECTED("collected"),
        UNCHANGED("unchanged"),
        MISSING("missing"),
        REFUSED("refused"),
        UNKNOWN("unknown");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One line of the report.
     *
     * @param who id of a person; else what the work was found under
     * @param notes what the instructor should know, in sentences
     */
    public record Entry(String who, Fate fate, List<String> notes) {}

    /** Whether something was handed in and not taken. */
    public boolean hasTrouble() {
        return entries.stream().anyMatch(entry -> entry.fate() == Fate.REFUSED || entry.fate() == Fate.UNKNOWN);
    }

    /** How many entries have a fate. */
    public long count(Fate fate) {
        return entries.stream().filter(entry -> entry.fate() == fate).count();
    }

    /**
     * Takes in everything that is found in a folder or an archive.
     *
     * @param received when everything was received, if somebody says so
     * @throws Trouble if nothing can be taken in at all; then nothing was changed
     */
    public static Collection of(
            Course course,
            Assignment assignment,
            Roster roster,
            Roadmap roadmap,
            Path source,
            Optional<Instant> received,
            Instant now)
            throws IOException {
        Inbox inbox = Inbox.of(course, assignment.id());
        if (now.isBefore(inbox.lastCollected()) && received.isEmpty()) {
            throw new Trouble(
                    "This machine's clock says " + now + ", but the last collection was at " + inbox.lastCollected()
                            + ", which is later. Set the clock, or say with --received when this came.");
        }
        Path scratch = course.data().resolve("unpacked-" + now.toEpochMilli());
        try {
            List<Handed> handed =
                    Found.in(source, scratch, now, assignment.due().toInstant(), received);
            return new Taking(inbox, assignment, roster, roadmap, now).all(handed);
        } finally {
            Folders.delete(scratch);
        }
    }

    /** Takes in one thing after the other. */
    private static final class Taking {
        private final Inbox inbox;
        private final Assignment assignment;
        private final Roster roster;
        private final Roadmap roadmap;
        private final Instant now;
        private final Map<String, Entry> people = new LinkedHashMap<>();
        private final List<Entry> strangers = new ArrayList<>();
        private final Map<String, List<String>> byDigest = new HashMap<>();

        Taking(Inbox inbox, Assignment assignment, Roster roster, Roadmap roadmap, Instant now) {
            this.inbox = inbox;
            this.assignment = assignment;
            this.roster = roster;
            this.roadmap = roadmap;
            this.now = now;
        }

        Collection all(List<Handed> handed) throws IOException {
            Matching matching = new Matching(roster);
            Map<Person, List<Handed>> byPerson = new LinkedHashMap<>();
            for (Handed one : handed) {
                Set<Person> meant = matching.of(one.label());
                if (meant.size() == 1) {
                    byPerson.computeIfAbsent(meant.iterator().next(), person -> new ArrayList<>())
                            .add(one);
                } else {
                    strangers.add(stranger(one, meant));
                }
            }
            for (Person person : roster.people()) {
                people.put(person.id(), take(person, byPerson.getOrDefault(person, List.of())));
            }
            List<Entry> entries = new ArrayList<>();
            people.values().forEach(entry -> entries.add(withTwins(entry)));
            entries.addAll(strangers);
            return new Collection(List.copyOf(entries));
        }

        private static Entry stranger(Handed one, Set<Person> meant) {
            String who = meant.isEmpty()
                    ? "Nobody in the roster has this id, address or name."
                    : "It may be of "
                            + meant.stream().map(Person::id).collect(Collectors.joining(" or "))
                            + ": name the folder after the id.";
            String reason = one instanceof Handed.Refused refused ? " Besides, " + refused.reason() + "." : "";
            return new Entry(one.label(), Fate.UNKNOWN, List.of(who + reason));
        }

        private Entry take(Person person, List<Handed> theirs) throws IOException {
            List<Handed.Files> files = theirs.stream()
                    .filter(Handed.Files.class::isInstance)
                    .map(Handed.Files.class::cast)
                    .sorted(Comparator.comparing(Handed.Files::received))
                    .toList();
            List<String> notes = new ArrayList<>();
            theirs.stream()
                    .filter(Handed.Refused.class::isInstance)
                    .map(Handed.Refused.class::cast)
                    .forEach(refused -> notes.add("Not taken: " + refused.reason() + "."));
            if (files.isEmpty()) {
                return new Entry(person.id(), theirs.isEmpty() ? Fate.MISSING : Fate.REFUSED, notes);
            }
            if (files.size() > 1) {
                notes.add("There are " + files.size() + " submissions of " + person.id()
                        + " here; all are kept, and the last one counts.");
            }
            boolean isNew = false;
            for (Handed.Files one : files) {
                boolean isKnown = isKnown(person, one);
                if (!isKnown) {
                    inbox.keep(person, one, now);
                    isNew = true;
                }
            }
            Received counting = inbox.counting(person).orElseThrow();
            byDigest.computeIfAbsent(counting.digest(), digest -> new ArrayList<>())
                    .add(person.id());
            Contents contents = Contents.of(counting, assignment, roadmap);
            notes.addAll(contents.notes());
            contents.sources().forEach((room, sources) -> {
                if (Resemblance.isReference(roadmap.room(room).orElseThrow(), sources)) {
                    notes.add("What is there for " + room + " is the reference, but for comments and blanks.");
                }
            });
            long late = assignment.late().daysLate(assignment.due().toInstant(), counting.received());
            if (late > 0) {
                notes.add("Late: it came " + counting.received() + ", " + late + (late == 1 ? " day" : " days")
                        + " after the deadline (" + counting.origin() + ").");
            }
            boolean isRefused = theirs.size() > files.size();
            return new Entry(
                    person.id(),
                    isRefused ? Fate.REFUSED : isNew ? Fate.COLLECTED : Fate.UNCHANGED,
                    List.copyOf(notes));
        }

        /** What counts already, or was kept before something that came later, is not kept again. */
        private boolean isKnown(Person person, Handed.Files one) {
            Optional<Received> counting = inbox.counting(person);
            if (counting.isEmpty() || counting.get().digest().equals(one.digest())) {
                return counting.isPresent();
            }
            return counting.get().received().isAfter(one.received())
                    && inbox.of(person).stream()
                            .anyMatch(kept -> kept.digest().equals(one.digest())
                                    && kept.received().equals(one.received()));
        }

        private Entry withTwins(Entry entry) {
            return byDigest.values().stream()
                    .filter(same -> same.size() > 1 && same.contains(entry.who()))
                    .findFirst()
                    .map(same -> {
                        List<String> notes = new ArrayList<>(entry.notes());
                        notes.add("The same files as "
                                + same.stream()
                                        .filter(id -> !id.equals(entry.who()))
                                        .collect(Collectors.joining(", "))
                                + ".");
                        return new Entry(entry.who(), entry.fate(), List.copyOf(notes));
                    })
                    .orElse(entry);
        }
    }
}
