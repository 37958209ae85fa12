package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.datasets.DataFile;
import gradus.datasets.DataFolder;
import gradus.datasets.DataFolder.Presence;
import gradus.datasets.DataSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares data sets with what was published. */
@Command(name = "verify", description = "Reads the data sets that are here and compares them with the published ones.")
final class DataVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "SET", description = "Names of sets. Default: all that are here.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DataVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DataFolder folder = session.dataFolder();
        List<DataSet> sets = names.isEmpty()
                ? session.manifest().sets().stream().filter(folder::hasFilesOf).toList()
                : session.dataSets(names);
        Map<DataFile, Presence> found = new LinkedHashMap<>();
        for (DataFile file : sets.stream().flatMap(set -> set.files().stream()).toList()) {
            try {
                Presence presence = folder.verify(file);
                if (presence != Presence.ABSENT || (!names.isEmpty() && file.isOffered())) {
                    found.put(file, presence);
                }
            } catch (IOException e) {
                session.complain(folder.place(file) + " cannot be read: " + e.getMessage() + ".");
                return ExitCode.NOT_ALL;
            }
        }
        boolean ok = found.values().stream().allMatch(presence -> presence == Presence.PRESENT);
        if (json) {
            session.json(json(folder, ok, found));
        } else {
            print(folder, sets.size(), found);
        }
        return ok ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private void print(DataFolder folder, int nSets, Map<DataFile, Presence> found) {
        found.forEach((file, presence) -> {
            if (presence != Presence.PRESENT) {
                session.say(session.ink().bad(String.format("  %-8s", word(presence))) + " " + file.path());
            }
        });
        long right = found.values().stream()
                .filter(presence -> presence == Presence.PRESENT)
                .count();
        session.tell(right + " of " + found.size() + (found.size() == 1 ? " file" : " files") + " of " + nSets
                + (nSets == 1 ? " set" : " sets") + " in " + folder.path() + " are as published.");
        if (found.containsValue(Presence.ABSENT)) {
            session.tell("'" + session.call("data fetch SET") + "' gets what is absent.");
        }
        if (found.containsValue(Presence.DIFFERENT)) {
            session.tell("'" + session.call("data fetch SET --replace") + "' gets what differs anew.");
        }
    }

    private static String word(Presence presence) {
        return presence == Presence.DIFFERENT ? "differs" : presence.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject json(DataFolder folder, boolean ok, Map<DataFile, Presence> found) {
        JsonArray files = new JsonArray();
        found.forEach((file, presence) -> {
            JsonObject json = new JsonObject();
            json.addProperty("path", file.path());
            json.addProperty("presence", presence.name().toLowerCase(Locale.ROOT));
            files.add(json);
        });
        JsonObject root = new JsonObject();
        root.addProperty("folder", folder.path().toString());
        root.addProperty("ok", ok);
        root.add("files", files);
        return root;
    }
}
