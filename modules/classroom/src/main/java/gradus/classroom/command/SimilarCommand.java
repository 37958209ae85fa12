package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.catalogue.Room;
import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Trouble;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.results.Titles;
import gradus.classroom.results.report.SimilarReport;
import gradus.classroom.similar.Candidate;
import gradus.classroom.similar.Comparing;
import gradus.classroom.similar.FindingsJson;
import gradus.classroom.similar.Jplag;
import gradus.classroom.similar.RoomFindings;
import gradus.cli.Console;
import gradus.cli.ExitCode;
import gradus.cli.Usage;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whose work is alike. */
@Command(
        name = "similar",
        description = {
            "Says whose work is alike, for a person to look at: groups of people, and where their files match. What the"
                    + " starter says does not count, nor do names, comments and order. It is no verdict: short rooms have"
                    + " few ways to be written.",
            "JPlag does the comparing. It is a program of its own under the GPL, which is fetched once, after asking."
        })
final class SimilarCommand extends ClassAction {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The assignment. Default: the only one.")
    private @Nullable String id;

    @Option(names = "--room", paramLabel = "ROOM", description = "This room alone, on a page of its own.")
    private @Nullable String room;

    @Option(
            names = "--threshold",
            paramLabel = "N",
            description = "Tells of pairs that are alike by N %% or more. Default: ${DEFAULT-VALUE}.")
    private int threshold = 70;

    @Option(
            names = {"-y", "--yes", "--accept-licence"},
            description = "Accepts JPlag's licence and fetches it without being asked.")
    private boolean yes;

    SimilarCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException, InterruptedException {
        if (threshold < 1 || threshold > 100) {
            throw new Usage("--threshold must be a similarity in percent, from 1 to 100, but was " + threshold + ".");
        }
        Course course = session().course();
        Assignment assignment = session().assignment(id);
        List<AssignedRoom> rooms = rooms(assignment);
        Jplag jplag = Jplag.of(System.getProperties(), System.getenv());
        JplagOffer offer = new JplagOffer(console(), jplag, yes, isJson());
        Comparing comparing = new Comparing(jplag, course.data().resolve("similar"), threshold);
        List<RoomFindings> found = session().look(assignment, (run, grades) -> {
            Map<Room, List<Candidate>> works = works(rooms, run.plans());
            return offer.isTaken(session().checkout()) ? compare(comparing, works) : List.of();
        });
        if (found.isEmpty()) {
            return ExitCode.USAGE;
        }
        boolean isAll = rooms.size() == assignment.rooms().size();
        Path page = course.reports(assignment.id())
                .resolve(isAll ? "similar.html" : "similar-" + rooms.get(0).room() + ".html");
        AtomicFiles.write(
                page,
                SimilarReport.of(
                                assignment,
                                found,
                                threshold,
                                new Titles(session().roadmap()))
                        .getBytes(StandardCharsets.UTF_8));
        answer(json(assignment, found, page), () -> say(found, page));
        return ExitCode.OK;
    }

    private List<AssignedRoom> rooms(Assignment assignment) {
        List<AssignedRoom> chosen = assignment.rooms().stream()
                .filter(assigned -> room == null || assigned.room().equals(room))
                .toList();
        if (chosen.isEmpty()) {
            throw new Trouble("The assignment " + assignment.id() + " has no room '" + room + "', but "
                    + assignment.rooms().stream().map(AssignedRoom::room).collect(Collectors.joining(", ")) + ".");
        }
        return chosen;
    }

    /** What was handed in, by the rooms of which there is something. */
    private Map<Room, List<Candidate>> works(List<AssignedRoom> rooms, List<ClassRun.Plan> plans) {
        Map<Room, List<Candidate>> works = new LinkedHashMap<>();
        for (AssignedRoom assigned : rooms) {
            Room known = session().roadmap().room(assigned.room()).orElseThrow();
            List<Candidate> found = plans.stream()
                    .flatMap(plan -> Stream.ofNullable(plan.works().get(assigned.room()))
                            .map(work -> new Candidate(plan.person(), work.sources())))
                    .toList();
            if (!found.isEmpty()) {
                works.put(known, found);
            }
        }
        if (works.isEmpty()) {
            throw new Trouble("Nobody has handed in anything for this yet. '"
                    + console().call("class collect") + "' takes in what was handed in.");
        }
        return works;
    }

    private List<RoomFindings> compare(Comparing comparing, Map<Room, List<Candidate>> works) throws IOException {
        if (!Comparing.isSandboxed()) {
            console()
                    .complain(
                            "There is no sandbox on this machine ('" + console().call("doctor")
                                    + "' says why): JPlag runs as a plain process. It parses what learners wrote, and runs"
                                    + " nothing of it.");
        }
        List<RoomFindings> found = new ArrayList<>();
        try (Console.Progress progress = console().progress()) {
            for (Map.Entry<Room, List<Candidate>> each : works.entrySet()) {
                progress.show(
                        found.size(),
                        works.size(),
                        "Comparing the work for " + each.getKey().id());
                found.add(comparing.of(each.getKey(), each.getValue()));
            }
        }
        return List.copyOf(found);
    }

    private JsonObject json(Assignment assignment, List<RoomFindings> found, Path page) {
        JsonObject json = new JsonObject();
        json.addProperty("assignment", assignment.id());
        json.addProperty("threshold", threshold);
        json.addProperty("jplag", Jplag.VERSION);
        json.addProperty("isSandboxed", Comparing.isSandboxed());
        json.addProperty("page", page.toString());
        JsonArray rooms = new JsonArray();
        found.forEach(findings -> rooms.add(FindingsJson.of(findings)));
        json.add("rooms", rooms);
        return json;
    }

    private void say(List<RoomFindings> found, Path page) {
        found.forEach(findings -> new FindingsText(findings, threshold).lines().forEach(console()::say));
        console()
                .tell(
                        "This says which texts are alike, not why. A short room has few ways to be written, and people who"
                                + " never met may write the same. Look at them together before you ask anybody.");
        console().say("Side by side: " + page);
    }
}
