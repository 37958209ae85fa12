package gradus.classroom.grading;

import gradus.catalogue.Roadmap;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Person;
import gradus.classroom.Roster;
import gradus.classroom.intake.Contents;
import gradus.classroom.intake.Inbox;
import gradus.classroom.intake.Received;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.Ungraded;
import gradus.grader.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be graded of an assignment, and what has come of it. */
public final class ClassRun {
    /**
     * A person's work.
     *
     * @param received the submission that counts
     * @param works what is to be graded of it, by room
     */
    public record Plan(Person person, Received received, Map<String, Work> works) {}

    /** A work that could not be graded, and why. */
    public record Failure(Person person, String room, String why) {}

    private final Assignment assignment;
    private final Roster roster;
    private final Grades grades;
    private final Map<Person, Plan> plans = new LinkedHashMap<>();

    /**
     * Looks through what was received.
     *
     * @param grader of the lab whose versions count
     */
    public ClassRun(
            Course course, Assignment assignment, Roster roster, Roadmap roadmap, Grader grader, Grades grades) {
        this.assignment = assignment;
        this.roster = roster;
        this.grades = grades;
        Inbox inbox = Inbox.of(course, assignment.id());
        for (Person person : roster.people()) {
            inbox.counting(person).ifPresent(received -> {
                Contents contents = Contents.of(received, assignment, roadmap);
                Map<String, Work> works = new LinkedHashMap<>();
                contents.sources().forEach((room, sources) -> works.put(room, work(room, sources, grader)));
                plans.put(person, new Plan(person, received, works));
            });
        }
    }

    private Work work(String room, List<Source> sources, Grader grader) {
        AssignedRoom assigned = assignment.room(room).orElseThrow();
        return Work.of(assignment, assigned, grader.version(room), grader.lab(), sources);
    }

    /** What everybody who handed in something has to be graded on. */
    public List<Plan> plans() {
        return List.copyOf(plans.values());
    }

    /** What somebody has to be graded on, if they handed in something. */
    public Optional<Plan> plan(Person person) {
        return Optional.ofNullable(plans.get(person));
    }

    /** All that is to be graded, each work once, however many people handed it in. */
    public List<Work> works() {
        Map<String, Work> works = new LinkedHashMap<>();
        plans.values().forEach(plan -> plan.works().values().forEach(work -> works.putIfAbsent(work.id(), work)));
        return List.copyOf(works.values());
    }

    /** What could not be graded. */
    public List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        plans.values()
                .forEach(plan -> plan.works().forEach((room, work) -> {
                    if (grades.of(work).isEmpty()) {
                        failures.add(new Failure(
                                plan.person(), room, grades.trouble(work).orElse("It is not graded yet.")));
                    }
                }));
        return failures;
    }

    /** The same by reason. */
    public List<Ungraded> ungraded() {
        Map<String, Set<Person>> people = new LinkedHashMap<>();
        failures()
                .forEach(failure -> people.computeIfAbsent(failure.why(), why -> new LinkedHashSet<>())
                        .add(failure.person()));
        List<Ungraded> ungraded = new ArrayList<>();
        people.forEach((why, those) -> ungraded.add(new Ungraded(why, List.copyOf(those))));
        return List.copyOf(ungraded);
    }

    /** What everybody has, as far as it is graded. */
    public Gradebook gradebook() {
        return new Gradebook(
                assignment, roster.people().stream().map(this::result).toList());
    }

    private PersonResult result(Person person) {
        Optional<Plan> plan = plan(person);
        List<RoomResult> rooms = new ArrayList<>();
        boolean isComplete = true;
        for (AssignedRoom assigned : assignment.rooms()) {
            Optional<Work> work = plan.map(found -> found.works().get(assigned.room()));
            Optional<RoomGrade> grade = work.flatMap(grades::of);
            isComplete &= work.isEmpty() || grade.isPresent();
            rooms.add(new RoomResult(assigned, grade));
        }
        return new PersonResult(
                person,
                plan.map(found -> handedIn(found.received())),
                List.copyOf(rooms),
                grades.adjustments(assignment.id(), person.id()),
                isComplete);
    }

    private HandedIn handedIn(Received received) {
        Instant due = assignment.due().toInstant();
        return new HandedIn(
                received.digest(),
                received.received(),
                received.origin(),
                assignment.late().daysLate(due, received.received()),
                assignment.late().percent(due, received.received()));
    }
}
