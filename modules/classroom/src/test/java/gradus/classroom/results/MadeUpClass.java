package gradus.classroom.results;

import gradus.catalogue.Chapter;
import gradus.catalogue.Limits;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.catalogue.Stage;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.LatePolicy;
import gradus.classroom.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Twelve people of several kinds, and an assignment of two rooms. */
public final class MadeUpClass {
    /** What nobody but the instructor may read. */
    public static final String SECRET = "the secret of the assignment";

    /** What randomised checks drew from. */
    public static final long SEED = 7_205_759_403_792_793L;

    /** What somebody might call themselves, or let their code say. */
    public static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "\u202egnirts\u202c",
            "two\nlines\r\nand \"quotes\" 'of' & both",
            "bell \u0007, null \u0000, escape \u001b[31m, lone \ud800, no character \uffff",
            "]]></failure>--><!--",
            "x".repeat(10_000));

    public static final AssignedRoom PCA = new AssignedRoom("pca", List.of(), 20);
    public static final AssignedRoom K_MEANS = new AssignedRoom("k-means", List.of(1), 10);

    public static final Assignment ASSIGNMENT = new Assignment(
            "week-3",
            "Week 3: components & clusters",
            OffsetDateTime.parse("2026-11-20T18:00:00+01:00"),
            new LatePolicy(Duration.ofMinutes(15), 20, 3),
            SECRET,
            true,
            true,
            OptionalInt.empty(),
            List.of(PCA, K_MEANS));

    public static final Titles TITLES = new Titles(new Roadmap(
            List.of(new Chapter(
                    "decompositions",
                    "Decompositions",
                    Path.of("exercises"),
                    List.of(
                            room(
                                    "pca",
                                    "Principal component analysis",
                                    "Learn the components",
                                    "Go to scores and back"),
                            room("k-means", "k-means", "Assign and average")))),
            List.of()));

    private static final Misconception BATCH_MEAN = new Misconception(
            List.of("batch-mean"),
            List.of("transformUsesTheTrainingMean"),
            "This is what code gives that centres with the batch being transformed. Your transform re-centres every"
                    + " batch. One sample alone always scores 0.");
    private static final Misconception NO_CENTRE = new Misconception(
            List.of("no-centring"),
            List.of("centres"),
            "This is what code gives that decomposes X without centring. Subtract the column means first.");

    private MadeUpClass() {}

    private static Room room(String id, String title, String... stages) {
        List<Stage> all = new ArrayList<>();
        for (String stage : stages) {
            all.add(new Stage(all.size() + 1, stage, List.of()));
        }
        return new Room(
                id,
                title,
                "decompositions",
                Path.of(id),
                2,
                40,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                all,
                Limits.DEFAULT,
                List.of(),
                List.of());
    }

    /** The whole class. */
    public static Gradebook gradebook() {
        return new Gradebook(
                ASSIGNMENT,
                List.of(
                        result("ada", "Lovelace, Ada", onTime(), pca(Set.of()), kMeans(Set.of())),
                        result(
                                "alan",
                                "Turing, Alan",
                                onTime(),
                                pca(Set.of("transformUsesTheTrainingMean"), BATCH_MEAN),
                                kMeans(Set.of())),
                        result(
                                "emmy",
                                "Noether, Emmy",
                                late(1),
                                pca(Set.of("transformUsesTheTrainingMean"), BATCH_MEAN),
                                kMeans(Set.of("averages"))),
                        result(
                                "grace",
                                "Hopper, Grace",
                                onTime(),
                                pca(
                                        Set.of("centres", "transformUsesTheTrainingMean", "hiddenScores"),
                                        NO_CENTRE,
                                        BATCH_MEAN),
                                none(K_MEANS)),
                        adjusted(result(
                                "sofia",
                                "Kovalevskaya, Sofia",
                                late(2),
                                pca(Set.of("hiddenScores")),
                                kMeans(Set.of()))),
                        result(
                                "carl",
                                "Gauß, Carl Friedrich",
                                onTime(),
                                pca(Set.of("hiddenScores")),
                                kMeans(Set.of("averages"))),
                        result("kurt", "Gödel, Kurt", onTime(), brokenPca(), kMeans(Set.of())),
                        result("mallory", "Mallory", onTime(), refusedPca(), none(K_MEANS)),
                        result("john", "von Neumann, John", Optional.empty(), none(PCA), none(K_MEANS)),
                        result("hypatia", "Hypatia", Optional.empty(), none(PCA), none(K_MEANS)),
                        new PersonResult(
                                person("leonhard", "Euler, Leonhard"),
                                onTime(),
                                List.of(pca(Set.of()), none(K_MEANS)),
                                List.of(),
                                false),
                        result("evariste", "Galois, Évariste", late(5), pca(Set.of()), kMeans(Set.of()))));
    }

    /** A class whose names and messages are out to do harm. */
    public static Gradebook hostile() {
        List<PersonResult> people = new ArrayList<>();
        for (String text : HOSTILE) {
            String id = "person" + people.size();
            CheckGrade check = new CheckGrade("check", 1, text, false, 1, "failed", text, List.of(text));
            RoomGrade grade = grade(
                    "pca",
                    "failed",
                    text,
                    List.of(check),
                    List.of(new Misconception(List.of(text), List.of("check"), text)),
                    List.of(text),
                    List.of(text));
            people.add(new PersonResult(
                    new Person(id, text, text, Map.of("canvas:ID", "1", "moodle:Identifier", "Participant 1")),
                    Optional.of(new HandedIn("e".repeat(64), Instant.parse("2026-11-20T10:00:00Z"), text, 0, 0)),
                    List.of(new RoomResult(PCA, Optional.of(grade))),
                    List.of(new Adjustment(id, 1, text, text, Instant.parse("2026-11-22T10:00:00Z"))),
                    true));
        }
        return new Gradebook(ASSIGNMENT, people);
    }

    /** Somebody of the class, by id. */
    public static PersonResult person(String id) {
        return gradebook().people().stream()
                .filter(result -> result.person().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A class in which somebody has a submission, but nothing is graded, handed in or known. */
    public static Gradebook of(PersonResult... people) {
        return new Gradebook(ASSIGNMENT, List.of(people));
    }

    private static PersonResult result(String id, String name, Optional<HandedIn> handedIn, RoomResult... rooms) {
        return new PersonResult(person(id, name), handedIn, List.of(rooms), List.of(), true);
    }

    private static PersonResult adjusted(PersonResult result) {
        Instant when = Instant.parse("2026-11-23T09:30:00Z");
        return new PersonResult(
                result.person(),
                result.handedIn(),
                result.rooms(),
                List.of(
                        new Adjustment("sofia", 2.5, "You explained your derivation in the lecture.", "M. Meier", when),
                        new Adjustment("sofia", 0, "Well written.", "M. Meier", when.plusSeconds(60))),
                result.isComplete());
    }

    private static Person person(String id, String name) {
        int comma = name.indexOf(',');
        String natural = comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
        return new Person(
                id,
                natural,
                id + "@example.org",
                Map.of(
                        "canvas:Student",
                        name,
                        "canvas:ID",
                        Integer.toString(4_000 + id.length()),
                        "canvas:SIS User ID",
                        "s-" + id,
                        "canvas:SIS Login ID",
                        id,
                        "canvas:Section",
                        "Tuesday, 10:00",
                        "moodle:Identifier",
                        "Participant " + (500 + id.length()),
                        "moodle:Full name",
                        natural));
    }

    private static Optional<HandedIn> onTime() {
        return Optional.of(
                new HandedIn("d".repeat(64), Instant.parse("2026-11-20T15:04:00Z"), "the folder moodle/", 0, 0));
    }

    private static Optional<HandedIn> late(int days) {
        Instant due = ASSIGNMENT.due().toInstant();
        Instant received = due.plus(Duration.ofDays(days)).minusSeconds(60);
        return Optional.of(new HandedIn(
                "c".repeat(64),
                received,
                "the folder moodle/",
                days,
                ASSIGNMENT.late().percent(due, received)));
    }

    private static RoomResult none(AssignedRoom room) {
        return new RoomResult(room, Optional.empty());
    }

    private static RoomResult pca(Set<String> failed, Misconception... misconceptions) {
        List<CheckGrade> checks = List.of(
                check("centres", 1, "fit centres the data", false, 2, failed),
                check("variances", 1, "variances are those of the scores", false, 2, failed),
                check("transformUsesTheTrainingMean", 2, "transform centres with the training mean", false, 3, failed),
                check("hiddenScores", 2, "scores of drawn data are uncorrelated", true, 3, failed));
        String outcome = failed.isEmpty() ? "passed" : "failed";
        return new RoomResult(
                PCA, Optional.of(grade("pca", outcome, "", checks, List.of(misconceptions), List.of(), List.of())));
    }

    private static RoomResult kMeans(Set<String> failed) {
        List<CheckGrade> checks = List.of(
                check("assigns", 1, "each sample goes to the nearest centre", false, 1, failed),
                check("averages", 1, "centres are means of their samples", false, 2, failed));
        String outcome = failed.isEmpty() ? "passed" : "failed";
        return new RoomResult(
                K_MEANS, Optional.of(grade("k-means", outcome, "", checks, List.of(), List.of(), List.of())));
    }

    private static RoomResult brokenPca() {
        List<CheckGrade> checks = List.of(
                check("centres", 1, "fit centres the data", false, 2, Set.of()),
                new CheckGrade(
                        "hiddenScores",
                        2,
                        "scores of drawn data are uncorrelated",
                        true,
                        8,
                        "does-not-compile",
                        "Pca.transform does not compile.",
                        List.of()));
        return new RoomResult(
                PCA,
                Optional.of(grade(
                        "pca",
                        "does-not-compile",
                        "",
                        checks,
                        List.of(),
                        List.of("Pca.java:41:18: a semicolon is missing here\n        double[] mean = this.mean\n"
                                + "                                 ^"),
                        List.of())));
    }

    private static RoomResult refusedPca() {
        return new RoomResult(
                PCA,
                Optional.of(grade(
                        "pca",
                        "refused",
                        "Nothing of this was run, because it uses what a room does not allow:",
                        List.of(new CheckGrade(
                                "centres", 1, "fit centres the data", false, 2, "not-attempted", "", List.of())),
                        List.of(),
                        List.of(),
                        List.of("Pca.java:12: System.exit is not allowed in a room: it would end the process."))));
    }

    private static CheckGrade check(
            String id, int stage, String title, boolean hidden, int points, Set<String> failed) {
        boolean isPassed = !failed.contains(id);
        String message = hidden
                ? "Scores of different components must not be correlated."
                : "transform(mean + 2 · component)[0][0]: expected 2.0 but was 0.0 (tolerance 1.0E-9).\n"
                        + "Subtract the mean seen by fit.";
        return new CheckGrade(
                id, stage, title, hidden, points, isPassed ? "passed" : "failed", isPassed ? "" : message, List.of());
    }

    private static RoomGrade grade(
            String room,
            String outcome,
            String reason,
            List<CheckGrade> checks,
            List<Misconception> misconceptions,
            List<String> problems,
            List<String> refusals) {
        return new RoomGrade(
                room,
                "a".repeat(64),
                "b".repeat(64),
                "0.1.0",
                "17.0.17",
                SEED,
                outcome,
                reason,
                checks,
                misconceptions,
                problems,
                refusals);
    }
}
