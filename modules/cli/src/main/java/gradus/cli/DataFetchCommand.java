package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.datasets.DataFile;
import gradus.datasets.DataFolder;
import gradus.datasets.DataSet;
import gradus.datasets.Download;
import gradus.datasets.Download.Arrival;
import gradus.datasets.DownloadFailed;
import gradus.datasets.Size;
import gradus.grader.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches data sets. */
@Command(name = "fetch", description = "Fetches data sets and checks them; goes on where it was broken off.")
final class DataFetchCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SET", arity = "1..*", description = "Names of sets.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--replace", description = "Replaces files that differ from the published ones.")
    private boolean replace;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DataFetchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<DataSet> sets = session.dataSets(names);
        DataFolder folder = session.dataFolder();
        Download download = new Download(folder);
        JsonArray array = new JsonArray();
        boolean ok = true;
        for (DataSet set : sets) {
            say(session.ink().strong(set.name()) + "  " + set.title());
            tell("Licence: " + DataLicence.inWords(set) + ".");
            JsonObject result = fetch(download, set);
            ok &= result.get("ok").getAsBoolean();
            array.add(result);
        }
        if (json) {
            JsonObject root = new JsonObject();
            root.addProperty("folder", folder.path().toString());
            root.add("sets", array);
            session.json(root);
        }
        return ok ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private JsonObject fetch(Download download, DataSet set) {
        JsonArray files = new JsonArray();
        JsonObject result = new JsonObject();
        result.addProperty("name", set.name());
        result.add("files", files);
        String problem = "";
        boolean any = false;
        for (DataFile file : set.files()) {
            try {
                Arrival arrival = fetch(download, set, file);
                any |= arrival != Arrival.NOT_OFFERED;
                files.add(json(file, arrival));
                print(file, arrival);
            } catch (DownloadFailed e) {
                any = true;
                problem = String.valueOf(e.getMessage());
                break;
            }
        }
        if (!any) {
            problem = "Nobody offers " + set.name() + ": let GRADUS_DATA name a folder that holds it.";
        }
        if (!problem.isEmpty()) {
            tell(problem);
        }
        result.addProperty("ok", problem.isEmpty());
        result.addProperty("message", problem);
        return result;
    }

    private Arrival fetch(Download download, DataSet set, DataFile file) throws DownloadFailed {
        try (ProgressLine line = new ProgressLine(session)) {
            return download.fetch(
                    set,
                    file,
                    replace,
                    (bytes, total) ->
                            line.show(bytes, total, Size.of(bytes) + " of " + Size.of(total) + "  " + file.path()));
        }
    }

    private void print(DataFile file, Arrival arrival) {
        String line = String.format("  %-12s %9s  %s", word(arrival), Size.of(file.bytes()), file.path());
        say(
                switch (arrival) {
                    case FETCHED -> session.ink().good(line);
                    case PRESENT -> line;
                    case NOT_OFFERED -> session.ink().faint(line);
                });
    }

    private static String word(Arrival arrival) {
        return arrival == Arrival.PRESENT
                ? "here"
                : arrival.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static JsonObject json(DataFile file, Arrival arrival) {
        JsonObject json = new JsonObject();
        json.addProperty("path", file.path());
        json.addProperty("bytes", file.bytes());
        json.addProperty("arrival", arrival.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return json;
    }

    private void say(String text) {
        if (!json) {
            session.say(text);
        }
    }

    private void tell(String text) {
        Report.wrap(text, 2).forEach(this::say);
    }
}
