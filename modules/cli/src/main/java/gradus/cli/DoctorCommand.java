package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.grader.Report;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the machine. */
@Command(name = "doctor", description = "Looks for what the lab needs on this machine, and says how to get it.")
final class DoctorCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Diagnosis> diagnoses = new Examination(session).all();
        JsonArray array = new JsonArray();
        for (Diagnosis diagnosis : diagnoses) {
            JsonObject entry = new JsonObject();
            entry.addProperty("what", diagnosis.what());
            entry.addProperty("state", diagnosis.state().name().toLowerCase(Locale.ROOT));
            entry.addProperty("found", diagnosis.found());
            entry.addProperty("fix", diagnosis.fix());
            array.add(entry);
            if (!json) {
                print(diagnosis);
            }
        }
        if (json) {
            JsonObject root = new JsonObject();
            root.add("checks", array);
            session.json(root);
        }
        boolean ok = diagnoses.stream().noneMatch(diagnosis -> diagnosis.state() == Diagnosis.State.BROKEN);
        return ok ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private void print(Diagnosis diagnosis) {
        String word = String.format("%-8s", diagnosis.state().name().toLowerCase(Locale.ROOT));
        String coloured = switch (diagnosis.state()) {
            case OK -> session.ink().good(word);
            case NOTE -> session.ink().strong(word);
            case BROKEN -> session.ink().bad(word);
        };
        session.say(coloured + String.format("%-12s", diagnosis.what()) + diagnosis.found());
        if (!diagnosis.fix().isEmpty()) {
            Report.wrap(diagnosis.fix(), 20).forEach(session::say);
        }
    }
}
