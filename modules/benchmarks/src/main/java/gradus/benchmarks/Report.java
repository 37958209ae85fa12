package gradus.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one benchmark found: values of contestants, run by run, and ratios of their medians. */
final class Report {
    private final String benchmark;
    private final Machine machine;
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final List<Peer.Absent> absent = new ArrayList<>();
    private final Map<String, Map<Quantity, List<Double>>> measured = new LinkedHashMap<>();
    private final List<Ratio> ratios = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(String benchmark, Machine machine) {
        this.benchmark = benchmark;
        this.machine = machine;
    }

    /** Says which version of something took part. */
    void version(String name, String version) {
        versions.put(name, version);
    }

    /** Takes a peer in, or notes that it is absent. */
    Peer.@Nullable Present with(Peer peer) {
        if (peer instanceof Peer.Present present) {
            version(present.name(), present.version());
            return present;
        }
        absent.add((Peer.Absent) peer);
        return null;
    }

    /** Adds what one run gave. */
    void measured(String contestant, Quantity quantity, double value) {
        measured.computeIfAbsent(contestant, name -> new LinkedHashMap<>())
                .computeIfAbsent(quantity, name -> new ArrayList<>())
                .add(value);
    }

    void measured(String contestant, Timed timed) {
        measured(contestant, Quantity.WALL, timed.wall());
        measured(contestant, Quantity.CPU, timed.cpu());
    }

    /** Compares the medians of two contestants, unless one of them did not take part. */
    void compare(String name, Quantity quantity, String of, String by, @Nullable Bar bar, String remark) {
        if (measured.containsKey(of) && measured.containsKey(by)) {
            double value = median(of, quantity) / median(by, quantity);
            ratios.add(new Ratio(name, quantity, of, by, value, bar, remark));
        }
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    double median(String contestant, Quantity quantity) {
        return median(measured.getOrDefault(contestant, Map.of()).getOrDefault(quantity, List.of()));
    }

    /** The middle value, or the mean of the two in the middle. */
    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        int n = sorted.length;
        return n == 0
                ? Double.NaN
                : Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
    }

    int runs() {
        return measured.values().stream()
                .flatMap(values -> values.values().stream())
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    String benchmark() {
        return benchmark;
    }

    Machine machine() {
        return machine;
    }

    Map<String, String> versions() {
        return versions;
    }

    List<Peer.Absent> absent() {
        return absent;
    }

    Map<String, Map<Quantity, List<Double>>> measured() {
        return measured;
    }

    List<Ratio> ratios() {
        return ratios;
    }

    List<String> notes() {
        return notes;
    }
}
