package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import gradus.catalogue.Room;
import gradus.grader.Report;
import gradus.grader.author.AutomaticResult;
import gradus.grader.author.Finding;
import gradus.grader.author.MistakeResult;
import gradus.grader.author.RoomCheck;
import gradus.grader.author.RoomReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        JsonArray array = new JsonArray();
        boolean ok = true;
        for (Room room : rooms) {
            RoomReport report = RoomCheck.of(session.checkout(), room);
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
            mistake.add("named", JsonNull.INSTANCE);
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
