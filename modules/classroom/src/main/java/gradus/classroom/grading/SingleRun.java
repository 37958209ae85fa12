package gradus.classroom.grading;

import gradus.catalogue.Roadmap;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.intake.Contents;
import gradus.classroom.intake.Received;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import gradus.grader.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grading of one submission, which belongs to no class.
 *
 * @param notes what its author should know of the files, in sentences
 */
public record SingleRun(PersonResult result, List<String> notes) {
    private static final Person SOMEBODY = new Person("submission", "Submission", "", Map.of());

    /**
     * Grades what is in a folder. Lateness does not count.
     *
     * @throws Trouble if the folder cannot be read, or this lab cannot grade it
     */
    public static SingleRun of(Assignment assignment, Roadmap roadmap, Grader grader, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Trouble("There is no folder " + folder + ".");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Received received = new Received(SOMEBODY.id(), folder, "", now, "", 1);
        Contents contents = Contents.of(received, assignment, roadmap);
        List<RoomResult> rooms = new ArrayList<>();
        for (AssignedRoom assigned : assignment.rooms()) {
            rooms.add(new RoomResult(
                    assigned,
                    Optional.ofNullable(contents.sources().get(assigned.room()))
                            .map(sources -> grade(assignment, assigned, grader, sources))));
        }
        HandedIn handedIn = new HandedIn("", now, "handed in where it was graded", 0, 0);
        return new SingleRun(
                new PersonResult(SOMEBODY, Optional.of(handedIn), List.copyOf(rooms), List.of(), true),
                contents.notes());
    }

    private static RoomGrade grade(Assignment assignment, AssignedRoom assigned, Grader grader, List<Source> sources) {
        try {
            return grader.grade(Work.of(assignment, assigned, grader.version(assigned.room()), grader.lab(), sources));
        } catch (NotGraded e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
    }
}
