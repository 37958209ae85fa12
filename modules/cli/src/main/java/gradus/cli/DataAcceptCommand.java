package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.datasets.Consents;
import gradus.datasets.DataSet;
import gradus.datasets.LicenceClass;
import gradus.grader.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts the terms of data sets. */
@Command(name = "accept", description = "Shows the terms of data sets of class C, and accepts them.")
final class DataAcceptCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SET", arity = "1..*", description = "Names of sets.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-y", "--yes"},
            description = "Accepts without being asked.")
    private boolean yes;

    @Option(names = "--json", description = "Writes JSON; needs --yes.")
    private boolean json;

    DataAcceptCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<DataSet> sets = session.dataSets(names);
        Consents consents = new Consents(session.dataFolder());
        JsonArray array = new JsonArray();
        boolean ok = true;
        try {
            for (DataSet set : sets) {
                boolean accepted = accept(consents, set);
                ok &= accepted;
                array.add(json(set, accepted));
            }
        } catch (IOException e) {
            session.complain(String.valueOf(e.getMessage()));
            return ExitCode.NOT_ALL;
        }
        if (json) {
            JsonObject root = new JsonObject();
            root.add("sets", array);
            session.json(root);
        }
        return ok ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private boolean accept(Consents consents, DataSet set) throws IOException {
        if (set.licenceClass() != LicenceClass.C) {
            tell(set.name() + " needs no consent. Licence: " + DataLicence.inWords(set) + ".");
            return true;
        } else if (consents.covers(set)) {
            tell("You have accepted the terms of " + set.name() + " already.");
            return true;
        }
        boolean asks = session.isTerminal() && !json;
        if (!yes && !asks) {
            throw new Usage(
                    "The terms of " + set.name() + ": " + DataLicence.inWords(set) + ". To accept them, add --yes.");
        }
        tell(set.name() + ", " + set.title() + ".");
        tell("Terms: " + DataLicence.inWords(set) + ".");
        tell("Source: " + set.source() + ".");
        if (!yes && !session.confirm("Do you accept these terms?")) {
            tell("Then " + set.name() + " is not fetched.");
            return false;
        }
        consents.accept(set, LocalDate.now(ZoneId.systemDefault()));
        tell("Accepted. '" + session.call("data fetch " + set.name()) + "' gets it.");
        return true;
    }

    private static JsonObject json(DataSet set, boolean accepted) {
        JsonObject json = new JsonObject();
        json.addProperty("name", set.name());
        json.addProperty("class", set.licenceClass().name());
        json.addProperty("terms", set.licence());
        json.addProperty("accepted", accepted);
        return json;
    }

    private void tell(String text) {
        if (!json) {
            Report.wrap(text, 0).forEach(session::say);
        }
    }
}
