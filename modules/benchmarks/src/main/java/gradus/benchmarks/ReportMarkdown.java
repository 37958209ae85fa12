package gradus.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A report as it stands in docs/performance.md. */
final class ReportMarkdown {
    private ReportMarkdown() {}

    static String of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.addAll(measured(report));
        lines.add("");
        if (!report.ratios().isEmpty()) {
            lines.addAll(ratios(report));
            lines.add("");
        }
        report.notes().forEach(note -> lines.add("- " + note));
        report.absent().forEach(peer -> lines.add("- Not measured: " + peer.what() + ". " + peer.install()));
        if (!report.notes().isEmpty() || !report.absent().isEmpty()) {
            lines.add("");
        }
        lines.add("Machine: " + report.machine().inWords() + ".");
        if (!report.versions().isEmpty()) {
            lines.add("Versions: "
                    + report.versions().entrySet().stream()
                            .map(version -> version.getKey() + " " + version.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return String.join("\n", lines);
    }

    /** Medians, with the least and the largest value. */
    private static List<String> measured(Report report) {
        Set<Quantity> quantities = new LinkedHashSet<>();
        report.measured().values().forEach(values -> quantities.addAll(values.keySet()));
        List<String> lines = new ArrayList<>();
        lines.add("| "
                + (report.runs() == 1 ? "One run, a trial" : "Median (least to most) of " + report.runs() + " runs")
                + " | " + quantities.stream().map(Quantity::word).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---|" + "---|".repeat(quantities.size()));
        report.measured()
                .forEach((contestant, values) -> lines.add("| " + contestant + " | "
                        + quantities.stream()
                                .map(quantity -> cell(quantity, values))
                                .collect(Collectors.joining(" | "))
                        + " |"));
        return lines;
    }

    private static String cell(Quantity quantity, Map<Quantity, List<Double>> values) {
        List<Double> runs = values.getOrDefault(quantity, List.of());
        if (runs.isEmpty()) {
            return "";
        }
        String median = quantity.show(Report.median(runs));
        return runs.size() == 1
                ? median
                : median + " ("
                        + quantity.show(
                                runs.stream().mapToDouble(value -> value).min().orElseThrow()) + " to "
                        + quantity.show(
                                runs.stream().mapToDouble(value -> value).max().orElseThrow()) + ")";
    }

    private static List<String> ratios(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("| Ratio | of | | Bar | |");
        lines.add("|---|---|---|---|---|");
        for (Ratio ratio : report.ratios()) {
            Bar bar = ratio.bar();
            String verdict = bar == null ? "" : bar.isMet(ratio.value()) ? "met" : "**missed**";
            String remark = ratio.remark();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | **%s** | %s | %s |",
                    ratio.name(),
                    ratio.quantity().word(),
                    Quantity.digits(ratio.value()),
                    bar == null ? "" : bar,
                    verdict + (verdict.isEmpty() || remark.isEmpty() ? "" : "; ") + remark));
        }
        return lines;
    }
}
