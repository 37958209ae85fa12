package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.catalogue.Room;
import gradus.grader.Report;
import gradus.grader.mutation.Fate;
import gradus.grader.mutation.Mutant;
import gradus.grader.mutation.MutationReport;
import gradus.grader.mutation.MutationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests the checks of rooms with mutants of their references. */
@Command(
        name = "mutate",
        description =
                "Changes the learner's parts of references in small ways, and says which changes no check notices.")
final class DevMutateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ROOM", arity = "1..*", description = "Ids of rooms.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Mixin
    private DeviceOption device = new DeviceOption();

    DevMutateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        device.applyTo(session);
        List<Room> rooms = ids.stream().map(session::room).toList();
        JsonArray array = new JsonArray();
        boolean ok = true;
        for (Room room : rooms) {
            MutationReport report = MutationRun.of(session.checkout(), room);
            ok &= report.isOk();
            array.add(json(report));
            if (!json) {
                print(report);
            }
        }
        if (json) {
            JsonObject root = new JsonObject();
            root.add("rooms", array);
            session.json(root);
        }
        return ok ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private void print(MutationReport report) {
        session.say(String.format(
                Locale.ROOT,
                "%s  %d of %d killed, %d equivalent, %d %%  %.1f s",
                session.ink().strong(report.id()),
                report.count(Fate.KILLED),
                report.mutants().size(),
                report.count(Fate.EQUIVALENT),
                report.score(),
                report.seconds()));
        report.mutants().stream()
                .filter(mutant -> mutant.fate() == Fate.SURVIVED)
                .forEach(this::print);
        if (!report.withoutData().isEmpty()) {
            Report.wrap("Without their data, these checks did not run: " + String.join(", ", report.withoutData()), 2)
                    .forEach(session::say);
        }
        for (String problem : report.problems()) {
            session.say("  " + session.ink().bad("not ok"));
            Report.wrap(problem, 4).forEach(session::say);
        }
    }

    private void print(Mutant mutant) {
        session.say(
                "  " + mutant.file() + ":" + mutant.line() + "  " + mutant.change() + "  (" + mutant.operator() + ")");
        session.say("      " + mutant.text());
        String checks = mutant.reachedBy().isEmpty()
                ? "No check runs this line."
                : "Run this line and pass all the same: " + String.join(", ", mutant.reachedBy());
        Report.wrap(checks, 4).forEach(session::say);
    }

    private static JsonObject json(MutationReport report) {
        JsonArray survivors = new JsonArray();
        report.mutants().stream()
                .filter(mutant -> mutant.fate() == Fate.SURVIVED)
                .map(DevMutateCommand::json)
                .forEach(survivors::add);
        JsonObject json = new JsonObject();
        json.addProperty("id", report.id());
        json.addProperty("ok", report.isOk());
        json.addProperty("mutants", report.mutants().size());
        json.addProperty("killed", report.count(Fate.KILLED));
        json.addProperty("equivalent", report.count(Fate.EQUIVALENT));
        json.addProperty("score", report.score());
        json.addProperty("seconds", report.seconds());
        json.add("survivors", survivors);
        json.add("withoutData", array(report.withoutData()));
        json.add("problems", array(report.problems()));
        return json;
    }

    private static JsonObject json(Mutant mutant) {
        JsonObject json = new JsonObject();
        json.addProperty("file", mutant.file());
        json.addProperty("line", mutant.line());
        json.addProperty("text", mutant.text());
        json.addProperty("operator", mutant.operator());
        json.addProperty("change", mutant.change());
        json.add("reachedBy", array(mutant.reachedBy()));
        return json;
    }

    private static JsonArray array(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
