package gradus.classroom.command;

import gradus.catalogue.Roadmap;
import gradus.classroom.Assignment;
import gradus.classroom.AssignmentFile;
import gradus.classroom.Course;
import gradus.classroom.Roster;
import gradus.classroom.Trouble;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Grades;
import gradus.classroom.grading.Queue;
import gradus.classroom.results.report.Figures;
import gradus.cli.Console;
import gradus.cli.Usage;
import gradus.grader.room.Checkout;
import gradus.grader.sandbox.Confinement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands for classes share: which class is meant, and how to speak to the instructor. */
final class ClassSession {
    private static final Duration PER_FIGURE = Duration.ofSeconds(20);

    private final Console console;
    private @Nullable Path folder;
    private @Nullable Checkout checkout;

    ClassSession(Console console) {
        this.console = console;
    }

    /** Where the class is. */
    static final class Place {
        @Option(
                names = "--class",
                paramLabel = "DIR",
                description = "The folder of the class. Default: this one, or one above it.")
        private @Nullable Path folder;
    }

    ClassSession at(Place place) {
        folder = place.folder;
        return this;
    }

    Console console() {
        return console;
    }

    Course course() {
        return Course.around(folder == null ? console.folder() : folder);
    }

    Roster roster() {
        return Roster.of(course());
    }

    /** The lab, with the instructor's own rooms if the class has some. */
    Checkout checkout() {
        Checkout known = checkout;
        if (known == null) {
            Optional<Path> rooms = course().rooms();
            rooms.filter(own -> !Files.isRegularFile(own.resolve("roadmap.yaml")))
                    .ifPresent(own -> {
                        throw new Trouble("class.yaml names " + own
                                + " for rooms of your own, but there is no roadmap.yaml in it.");
                    });
            known = rooms.isEmpty()
                    ? console.checkout()
                    : Checkout.open(
                            console.home(),
                            List.of(rooms.get()),
                            console.checkout().device(),
                            console::complain);
            checkout = known;
        }
        return known;
    }

    Roadmap roadmap() {
        return checkout().roadmap();
    }

    /** Draws what submissions do, in sandboxes. */
    Figures figures() {
        return new Figures(checkout(), course().data().resolve("figures"), PER_FIGURE);
    }

    /** What is done with an assignment while the class's database is open. */
    interface Working<T> {
        T with(ClassRun run, Grades grades, Queue queue) throws IOException, InterruptedException;
    }

    /** What is looked at in an assignment. */
    interface Looking<T> {
        T at(ClassRun run, Grades grades) throws IOException, InterruptedException;
    }

    /** Works on an assignment with a grader, which is closed afterwards. Nobody else works on the class meanwhile. */
    <T> T work(Assignment assignment, Grader grader, Working<T> working) throws IOException, InterruptedException {
        try (grader;
                Database database = Database.of(course())) {
            return working.with(run(assignment, grader, database), new Grades(database), new Queue(database));
        }
    }

    /** Looks at an assignment as far as it is graded; others may work on it meanwhile. */
    <T> T look(Assignment assignment, Looking<T> looking) throws IOException, InterruptedException {
        try (Grader grader = new Grader(checkout(), Confinement.SANDBOXED);
                Database database = Database.snapshot(course())) {
            return looking.at(run(assignment, grader, database), new Grades(database));
        }
    }

    private ClassRun run(Assignment assignment, Grader grader, Database database) {
        return new ClassRun(course(), assignment, roster(), roadmap(), grader, new Grades(database));
    }

    /** The assignment that is meant: the named one, else the only one there is. */
    Assignment assignment(@Nullable String id) {
        Course course = course();
        List<String> all = course.assignments();
        String meant = id != null ? id : all.size() == 1 ? all.get(0) : "";
        if (meant.isEmpty()) {
            throw new Usage(
                    all.isEmpty()
                            ? "This class has no assignment yet: '" + console.call("class assign") + "' makes one."
                            : "Which assignment? There are " + String.join(", ", all) + ".");
        }
        return AssignmentFile.read(course, meant, roadmap());
    }
}
