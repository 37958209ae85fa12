package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.catalogue.Room;
import gradus.grader.Report;
import gradus.grader.author.AutomaticResult;
import gradus.grader.author.Calibration;
import gradus.grader.author.Calibration.Tally;
import gradus.grader.author.Finding;
import gradus.grader.author.MistakeResult;
import gradus.grader.author.RoomCheck;
import gradus.grader.author.RoomReport;
import gradus.grader.sandbox.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds rooms against the rules. */
@Command(name = "check", description = "Holds rooms against the rules of docs/authoring.md.")
final class DevCheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ROOM", description = "Ids of rooms.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "All rooms that are built.")
    private boolean all;

    @Option(
            names = "--calibrate",
            paramLabel = "N",
            description = "Runs the checks on the reference with the seeds 1 to N instead, and counts false failures.")
    private @Nullable Integer calibrate;

    @Option(names = "--sandboxed", hidden = true, description = "Runs every worker in the sandbox.")
    private boolean sandboxed;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Mixin
    private DeviceOption device = new DeviceOption();

    DevCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (all == !ids.isEmpty()) {
            throw new Usage("Name one or more rooms, or add --all.");
        }
        device.applyTo(session);
        List<Room> rooms = all
                ? session.checkout().roadmap().rooms()
                : ids.stream().map(session::room).toList();
        if (calibrate != null && calibrate < 1) {
            throw new Usage("--calibrate takes the number of seeds to try, at least 1, but was " + calibrate + ".");
        }
        JsonArray array = new JsonArray();
        boolean ok = true;
        for (Room room : rooms) {
            if (calibrate != null) {
                Calibration calibration = calibrate(room, calibrate);
                ok &= calibration.failures() == 0;
                array.add(json(calibration));
                if (!json) {
                    print(calibration);
                }
                continue;
            }
            RoomReport report =
                    RoomCheck.of(session.checkout(), room, sandboxed ? Confinement.SANDBOXED : Confinement.PLAIN);
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

    private void print(RoomReport report) {
        long caught = report.mistakes().stream().filter(MistakeResult::caught).count();
        long automatic =
                report.automatic().stream().filter(AutomaticResult::caught).count();
        String seconds = String.format(Locale.ROOT, "%.1f s", report.seconds());
        String verdict =
                report.isOk() ? session.ink().good("ok") : session.ink().bad("not ok");
        session.say(session.ink().strong(report.id()) + "  " + verdict + "  " + caught + " of "
                + report.mistakes().size() + " mistakes caught, " + automatic + " of "
                + report.automatic().size() + " automatic ones, " + seconds);
        for (Finding problem : report.problems()) {
            session.say("  " + session.ink().bad(problem.rule()));
            Report.wrap(problem.message(), 4).forEach(session::say);
        }
    }

    private Calibration calibrate(Room room, int seeds) {
        try (ProgressLine line = new ProgressLine(session)) {
            return Calibration.of(session.checkout(), room, seeds, line::show);
        }
    }

    private void print(Calibration calibration) {
        int failures = calibration.failures();
        String found = failures + " false " + (failures == 1 ? "failure" : "failures") + " in " + calibration.seeds()
                + (calibration.seeds() == 1 ? " seed" : " seeds");
        int checks = calibration.checks().size();
        session.say(session.ink().strong(calibration.room()) + "  "
                + (failures == 0 ? session.ink().good(found) : session.ink().bad(found)) + ", " + checks
                + (checks == 1 ? " check that draws" : " checks that draw") + " random numbers, "
                + String.format(Locale.ROOT, "%.1f s", calibration.seconds()));
        for (Tally check : calibration.checks()) {
            if (check.failures() > 0) {
                session.say("  " + session.ink().bad(check.id()) + "  " + check.failures() + " of "
                        + calibration.seeds() + ", first with seed " + check.seed());
                Report.wrap(check.message(), 4).forEach(session::say);
            }
        }
    }

    private static JsonObject json(Calibration calibration) {
        JsonArray checks = new JsonArray();
        for (Tally tally : calibration.checks()) {
            JsonObject check = new JsonObject();
            check.addProperty("id", tally.id());
            check.addProperty("failures", tally.failures());
            check.addProperty("seed", tally.failures() == 0 ? null : tally.seed());
            check.addProperty("message", tally.message());
            checks.add(check);
        }
        JsonObject json = new JsonObject();
        json.addProperty("id", calibration.room());
        json.addProperty("ok", calibration.failures() == 0);
        json.addProperty("seeds", calibration.seeds());
        json.addProperty("seconds", Math.round(calibration.seconds() * 1000) / 1000.0);
        json.add("checks", checks);
        return json;
    }

    private static JsonObject json(RoomReport report) {
        JsonArray problems = new JsonArray();
        for (Finding finding : report.problems()) {
            JsonObject problem = new JsonObject();
            problem.addProperty("rule", finding.rule());
            problem.addProperty("message", finding.message());
            problems.add(problem);
        }
        JsonArray mistakes = new JsonArray();
        for (MistakeResult result : report.mistakes()) {
            JsonObject mistake = new JsonObject();
            mistake.addProperty("id", result.id());
            mistake.addProperty("caught", result.caught());
            JsonArray named = new JsonArray();
            result.named().forEach(named::add);
            mistake.add("named", named);
            mistakes.add(mistake);
        }
        JsonArray automatic = new JsonArray();
        for (AutomaticResult result : report.automatic()) {
            JsonObject mistake = new JsonObject();
            mistake.addProperty("method", result.method());
            mistake.addProperty("returned", result.returned());
            mistake.addProperty("caught", result.caught());
            automatic.add(mistake);
        }
        JsonObject json = new JsonObject();
        json.addProperty("id", report.id());
        json.addProperty("ok", report.isOk());
        json.add("problems", problems);
        json.add("mistakes", mistakes);
        json.add("automatic", automatic);
        return json;
    }
}
