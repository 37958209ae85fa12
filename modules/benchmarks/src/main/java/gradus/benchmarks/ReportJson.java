package gradus.benchmarks;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** A report for programs. */
final class ReportJson {
    private ReportJson() {}

    static String of(Report report) {
        JsonObject json = new JsonObject();
        json.addProperty("benchmark", report.benchmark());
        json.addProperty("runs", report.runs());
        json.add("machine", machine(report.machine()));
        JsonObject versions = new JsonObject();
        report.versions().forEach(versions::addProperty);
        json.add("versions", versions);
        json.add("absent", absent(report.absent()));
        JsonObject measured = new JsonObject();
        report.measured().forEach((contestant, values) -> {
            JsonObject quantities = new JsonObject();
            values.forEach((quantity, runs) -> quantities.add(quantity.word(), runs(quantity, runs)));
            measured.add(contestant, quantities);
        });
        json.add("measured", measured);
        JsonObject ratios = new JsonObject();
        JsonObject bars = new JsonObject();
        for (Ratio ratio : report.ratios()) {
            ratios.addProperty(ratio.name(), ratio.value());
            Bar bar = ratio.bar();
            if (bar != null) {
                JsonObject asked = new JsonObject();
                asked.addProperty(bar.isFloor() ? "atLeast" : "atMost", bar.bound());
                asked.addProperty("met", bar.isMet(ratio.value()));
                bars.add(ratio.name(), asked);
            }
        }
        json.add("ratios", ratios);
        json.add("bars", bars);
        json.add("notes", array(report.notes()));
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .serializeSpecialFloatingPointValues()
                .create()
                .toJson(json);
    }

    private static JsonObject machine(Machine machine) {
        JsonObject json = new JsonObject();
        json.addProperty("processor", machine.processor());
        json.addProperty("cores", machine.cores());
        json.addProperty("memoryGiB", machine.memory());
        json.addProperty("system", machine.system());
        json.addProperty("java", machine.java());
        json.addProperty("loadBefore", machine.load());
        return json;
    }

    private static JsonObject runs(Quantity quantity, List<Double> values) {
        JsonObject json = new JsonObject();
        json.addProperty("unit", quantity.unit());
        json.addProperty("median", Report.median(values));
        JsonArray all = new JsonArray();
        values.forEach(all::add);
        json.add("all", all);
        return json;
    }

    private static JsonArray absent(List<Peer.Absent> peers) {
        JsonArray array = new JsonArray();
        for (Peer.Absent peer : peers) {
            JsonObject json = new JsonObject();
            json.addProperty("what", peer.what());
            json.addProperty("install", peer.install());
            array.add(json);
        }
        return array;
    }

    private static JsonArray array(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
