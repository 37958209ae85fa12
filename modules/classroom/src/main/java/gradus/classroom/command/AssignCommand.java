package gradus.classroom.command;

import com.google.gson.JsonObject;
import gradus.catalogue.Room;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.AssignmentFile;
import gradus.classroom.Course;
import gradus.classroom.LatePolicy;
import gradus.classroom.Trouble;
import gradus.cli.ExitCode;
import gradus.cli.Usage;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an assignment. */
@Command(
        name = "assign",
        description = {
            "Makes an assignment of rooms, as a file that you can read and change.",
            "ROOM is the id of a room, as in pca; pca:1,2 lets its stages 1 and 2 alone count; pca=20 makes it worth 20"
                    + " points. Without points, it is worth as many as its checks have."
        })
final class AssignCommand extends ClassAction {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ROOM = Pattern.compile("([a-z0-9-]+)(?::(\\d+(?:,\\d+)*))?(?:=(\\d{1,4}))?");
    private static final int SEED_BYTES = 16;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    @Parameters(index = "0", paramLabel = "ID", description = "Short, for files and commands, such as hw1.")
    private String id = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROOM", description = "As in pca, pca:1,2, pca=20.")
    private List<String> rooms = List.of();

    @Option(
            names = "--due",
            paramLabel = "TIME",
            required = true,
            description =
                    "As in 2026-12-01T23:59, of this machine's time zone; as in 2026-12-01T23:59+01:00; or a day.")
    private String due = "";

    @Option(names = "--title", paramLabel = "TITLE", description = "For learners to read. Default: the id.")
    private @Nullable String title;

    @Option(names = "--late", paramLabel = "PERCENT", description = "What each day late costs. Default: 10.")
    private int late = 10;

    @Option(names = "--late-days", paramLabel = "N", description = "Days late that are accepted. Default: 0.")
    private int lateDays;

    @Option(names = "--grace", paramLabel = "MINUTES", description = "Within these nothing is late. Default: 5.")
    private int grace = 5;

    @Option(names = "--no-hints", description = "Leaves the hints out of the learners' pack.")
    private boolean noHints;

    @Option(names = "--no-hidden-checks", description = "Lets the checks alone count that learners have.")
    private boolean noHiddenChecks;

    @Option(names = "--seconds-per-check", paramLabel = "N", description = "Another limit than the rooms' own.")
    private @Nullable Integer secondsPerCheck;

    AssignCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException {
        Course course = session().course();
        if (!ID.matcher(id).matches()) {
            throw new Usage("The id of an assignment must be small letters, digits and hyphens, as in hw1, but was '"
                    + id + "'.");
        }
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        Assignment assignment = new Assignment(
                id,
                title == null ? id : title.strip(),
                due(),
                new LatePolicy(Duration.ofMinutes(grace), late, lateDays),
                HexFormat.of().formatHex(seed),
                !noHints,
                !noHiddenChecks,
                secondsPerCheck == null ? OptionalInt.empty() : OptionalInt.of(secondsPerCheck),
                rooms.stream().map(this::assigned).toList());
        AssignmentFile.write(course, assignment);
        try {
            AssignmentFile.read(course, id, session().roadmap());
        } catch (Trouble e) {
            Files.delete(course.assignmentFile(id));
            throw e;
        }
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("file", course.assignmentFile(id).toString());
        json.addProperty("points", assignment.points());
        json.addProperty("due", assignment.due().toString());
        answer(json, () -> {
            console().say(id + " is written: " + course.assignmentFile(id));
            console()
                    .tell(assignment.points() + " points, due " + assignment.due() + ". Next: '"
                            + console().call("class pack " + id) + "' makes what learners get.");
        });
        return ExitCode.OK;
    }

    private OffsetDateTime due() {
        try {
            return OffsetDateTime.parse(due);
        } catch (DateTimeParseException e) {
            return local().atZone(ZoneId.systemDefault()).toOffsetDateTime();
        }
    }

    private LocalDateTime local() {
        try {
            return due.contains("T")
                    ? LocalDateTime.parse(due)
                    : LocalDate.parse(due).atTime(END_OF_DAY);
        } catch (DateTimeParseException e) {
            throw new Usage("--due must be a time such as 2026-12-01T23:59, one with an offset such as"
                    + " 2026-12-01T23:59+01:00, or a day such as 2026-12-01, but was '" + due + "'.");
        }
    }

    private AssignedRoom assigned(String text) {
        Matcher matcher = ROOM.matcher(text);
        if (!matcher.matches()) {
            throw new Usage("A room is named as in pca, pca:1,2 or pca=20, but here stands '" + text + "'.");
        }
        String room = matcher.group(1);
        List<Integer> stages = matcher.group(2) == null
                ? List.of()
                : Arrays.stream(matcher.group(2).split(",", -1))
                        .map(Integer::valueOf)
                        .toList();
        AssignedRoom assigned = new AssignedRoom(room, stages, 0);
        int points = matcher.group(3) != null
                ? Integer.parseInt(matcher.group(3))
                : session()
                        .roadmap()
                        .room(room)
                        .map(found -> points(found, assigned))
                        .orElse(0);
        return new AssignedRoom(room, stages, points);
    }

    private int points(Room room, AssignedRoom assigned) {
        RoomClasses classes = RoomClasses.of(session().checkout(), room);
        return CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden())).stream()
                .filter(check -> !check.full() && assigned.counts(check.stage()))
                .filter(check -> !noHiddenChecks || !check.hidden())
                .mapToInt(CheckInfo::points)
                .sum();
    }
}
