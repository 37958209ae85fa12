package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.datasets.DataFile;
import gradus.datasets.DataFolder;
import gradus.datasets.DataFolder.Presence;
import gradus.datasets.DataSet;
import gradus.datasets.Size;
import gradus.grader.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists data sets. */
@Command(name = "list", description = "Lists data sets; says more about those named.")
final class DataListCommand implements Callable<Integer> {
    private static final int INDENT = 11;

    private final Session session;

    @Parameters(paramLabel = "SET", description = "Names of sets.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DataListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<DataSet> sets = names.isEmpty() ? session.manifest().sets() : session.dataSets(names);
        DataFolder folder = session.dataFolder();
        if (json) {
            session.json(json(folder, sets));
        } else if (names.isEmpty()) {
            printAll(folder, sets);
        } else {
            sets.forEach(set -> print(folder, set));
        }
        return ExitCode.OK;
    }

    private void printAll(DataFolder folder, List<DataSet> sets) {
        session.say(session.ink()
                .strong(String.format("%-20s %-5s %7s %12s  %s", "name", "class", "here", "to fetch", "title")));
        for (DataSet set : sets) {
            String here = here(folder, set) + "/" + set.files().size();
            String line = String.format(
                    "%-20s %-5s %7s %12s  %s", set.name(), set.licenceClass(), here, toFetch(set), set.title());
            session.say(folder.hasFilesOf(set) ? line : session.ink().faint(line));
        }
        session.say("");
        long any = sets.stream().filter(folder::hasFilesOf).count();
        session.tell("Files of " + any + " of " + sets.size() + " sets are in " + folder.path() + ". '"
                + session.call("data list SET") + "' says more about a set, '" + session.call("data fetch SET")
                + "' gets it. Class A is free, B has terms to keep to, C has terms to accept first.");
    }

    private static String toFetch(DataSet set) {
        return set.isOffered()
                ? Size.of(set.files().stream()
                        .filter(DataFile::isOffered)
                        .mapToLong(DataFile::bytes)
                        .sum())
                : "not offered";
    }

    private static long here(DataFolder folder, DataSet set) {
        return set.files().stream()
                .filter(file -> folder.look(file) == Presence.PRESENT)
                .count();
    }

    private void print(DataFolder folder, DataSet set) {
        session.say(session.ink().strong(set.name()) + "  " + set.title());
        field("class", set.licenceClass() + ", " + set.licenceClass().meaning());
        field("licence", DataLicence.inWords(set));
        field("source", set.source());
        if (!set.units().isEmpty()) {
            field("units", set.units());
        }
        for (DataFile file : set.files()) {
            String note = file.note().isEmpty() ? "" : " (" + file.note() + ")";
            field(word(folder.look(file), file), file.path() + ", " + Size.of(file.bytes()) + note);
        }
        session.say("");
    }

    private void field(String name, String text) {
        List<String> lines = Report.wrap(text, INDENT);
        session.say(String.format("  %-8s ", name) + lines.get(0).strip());
        lines.subList(1, lines.size()).forEach(session::say);
    }

    private static String word(Presence presence, DataFile file) {
        return switch (presence) {
            case PRESENT -> "here";
            case DIFFERENT -> "differs";
            case ABSENT -> file.isOffered() ? "absent" : "no offer";
        };
    }

    private static JsonObject json(DataFolder folder, List<DataSet> sets) {
        JsonArray array = new JsonArray();
        for (DataSet set : sets) {
            JsonArray files = new JsonArray();
            for (DataFile file : set.files()) {
                JsonObject json = new JsonObject();
                json.addProperty("path", file.path());
                json.addProperty("bytes", file.bytes());
                json.addProperty("presence", folder.look(file).name().toLowerCase(Locale.ROOT));
                json.addProperty("offered", file.isOffered());
                json.addProperty("note", file.note());
                files.add(json);
            }
            JsonObject json = new JsonObject();
            json.addProperty("name", set.name());
            json.addProperty("title", set.title());
            json.addProperty("class", set.licenceClass().name());
            json.addProperty("licence", set.licence());
            json.addProperty("licenceText", set.licenceText());
            json.addProperty("source", set.source());
            json.addProperty("units", set.units());
            json.add("files", files);
            array.add(json);
        }
        JsonObject root = new JsonObject();
        root.addProperty("folder", folder.path().toString());
        root.add("sets", array);
        return root;
    }
}
