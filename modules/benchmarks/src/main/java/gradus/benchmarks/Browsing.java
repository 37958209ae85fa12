package gradus.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * The browser lab: from a slider that is moved to the picture, and from a saved file to its verdict; beside the same in
 * the terminal, where the judge in the background is warm. Somebody stays in a room: before each value the same is done
 * once without being timed, so that the worker that waits is one for this room.
 */
final class Browsing implements Benchmark {
    private static final String CHECK = "pca: file saved to verdict, in the browser";
    private static final String TERMINAL_CHECK = "pca: gradus check, daemon warm";
    private static final int WARM_UP = 4;
    private static final int TRIAL_WARM_UP = 1;

    /** Pictures of a slider that is dragged: a page asks for the next one as soon as it has the last. */
    private static final int DRAGGED = 10;

    /** A figure that is light, and values of one of its sliders to move between. */
    private record Slider(String room, String name, List<String> values) {
        Map<String, String> at(int run) {
            return Map.of(name, values.get(Math.floorMod(run, values.size())));
        }

        String inBrowser() {
            return room + ": slider moved to picture, in the browser";
        }

        String dragged() {
            return room + ": slider dragged, each picture, in the browser";
        }

        String inTerminal() {
            return room + ": gradus figure, daemon warm";
        }
    }

    private static final List<Slider> SLIDERS = List.of(
            new Slider("pca", "component", List.of("1", "2", "3")),
            new Slider("gradient-descent", "steps", List.of("4", "8", "12", "16", "20")),
            new Slider("bayes-rule", "sensitivity", List.of("60", "70", "80", "90")),
            new Slider("vector-ops", "turn", List.of("20", "40", "60", "80")),
            new Slider("moments", "y", List.of("6", "8", "10", "12")));

    @Override
    public void run(Bench bench, Report report) {
        PcaWorkspace workspace = PcaWorkspace.in(bench, "browsed");
        for (Slider slider : SLIDERS) {
            bench.gradus(workspace.folder(), "solution", slider.room, "--apply", "--yes")
                    .run();
        }
        Program check = bench.gradus(workspace.folder(), "check", PcaWorkspace.ROOM);
        try (OpenedLab lab = new OpenedLab(bench, workspace.folder())) {
            int warmUp = (int) bench.amount(WARM_UP, TRIAL_WARM_UP);
            for (Slider slider : SLIDERS) {
                lab.page(slider.room);
                for (int run = -warmUp; run < 0; run++) {
                    bench.progress().accept("Warming up: " + slider.room);
                    lab.figure(slider.room, slider.at(run));
                    figure(bench, workspace, slider, run).run();
                }
            }
            for (int run = -warmUp; run < 0; run++) {
                lab.check(PcaWorkspace.ROOM, "\"passed\"");
                check.run();
            }
            for (int run = 0; run < bench.runs(); run++) {
                bench.begin(run, "figures");
                for (Slider slider : SLIDERS) {
                    lab.figure(slider.room, slider.at(run));
                    Bench.rest();
                    report.measured(slider.inBrowser(), Quantity.WALL, lab.figure(slider.room, slider.at(run + 1)));
                    report.measured(slider.dragged(), Quantity.WALL, dragged(lab, slider));
                    figure(bench, workspace, slider, run).run();
                    Bench.rest();
                    report.measured(
                            slider.inTerminal(),
                            figure(bench, workspace, slider, run + 1).run());
                }
                bench.begin(run, "checks");
                lab.check(PcaWorkspace.ROOM, "\"passed\"");
                Bench.rest();
                Save.to(workspace.file(), workspace.text(Kind.RIGHT, run));
                report.measured(CHECK, Quantity.WALL, lab.check(PcaWorkspace.ROOM, "\"passed\""));
                check.run();
                Bench.rest();
                Save.to(workspace.file(), workspace.text(Kind.RIGHT, -1 - run));
                report.measured(TERMINAL_CHECK, check.run());
            }
        }
        for (Slider slider : SLIDERS) {
            report.compare(
                    "figure/" + slider.room,
                    Quantity.WALL,
                    slider.inTerminal(),
                    slider.inBrowser(),
                    Bar.atLeast(1),
                    "");
        }
        report.compare("check/pca", Quantity.WALL, TERMINAL_CHECK, CHECK, Bar.atLeast(1), "");
        report.note(
                "In the browser: from the request that a page sends to the end of the answer, without what the browser"
                        + " takes to show it; dragged: the mean of " + DRAGGED
                        + " without a pause. The terminal: from the start of the process to its end; it writes PNG and SVG.");
    }

    /** Seconds for one of the pictures, on average. */
    private static double dragged(OpenedLab lab, Slider slider) {
        double seconds = 0;
        for (int picture = 0; picture < DRAGGED; picture++) {
            seconds += lab.figure(slider.room, slider.at(picture));
        }
        return seconds / DRAGGED;
    }

    private static Program figure(Bench bench, PcaWorkspace workspace, Slider slider, int run) {
        String value = slider.name + "=" + slider.at(run).get(slider.name);
        return bench.gradus(workspace.folder(), "figure", slider.room, "--no-open", "--set", value);
    }
}
