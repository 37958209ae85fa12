package gradus.benchmarks;

import gradus.catalogue.Room;
import gradus.datasets.Datasets;
import gradus.grader.room.Checkout;
import gradus.grader.worker.Device;
import gradus.grader.worker.Equipment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An epoch of LeNet on MNIST with one thread: the room {@code cnn-mnist} and Python's PyTorch. */
final class Training implements Benchmark {
    private static final String DJL = "Gradus, DJL";
    private static final String PYTHON = "Python, PyTorch";

    @Override
    public void run(Bench bench, Report report) {
        Path data = Datasets.file("mnist/train-images-idx3-ubyte.gz")
                .resolveSibling("..")
                .normalize();
        Peer.@Nullable Present python = report.with(bench.peers().python("torch", "numpy"));
        report.version("DJL", Bench.versionOf("api"));
        report.version("its PyTorch", Bench.versionOf("pytorch-native-[a-z0-9]*"));
        Program djl = djl(bench, LeNetEpoch.class);
        for (int run = 0; run < bench.runs(); run++) {
            bench.begin(run, DJL);
            add(report, DJL, djl);
            if (python != null) {
                bench.begin(run, PYTHON);
                List<String> command = List.of(
                        python.command().get(0),
                        bench.peerFile("python/lenet_epoch.py").toString());
                add(
                        report,
                        PYTHON,
                        new Program(
                                "lenet_epoch.py", bench.scratch(), Map.of("GRADUS_DATA", data.toString()), command));
            }
        }
        report.compare("djl/pytorch", Quantity.CPU, DJL, PYTHON, Bar.atMost(1.35), "");
        report.compare("djl/pytorch wall", Quantity.WALL, DJL, PYTHON, null, "");
    }

    /** A class of this module in a JVM as workers of rooms with DJL have it. */
    static Program djl(Bench bench, Class<?> main, String... arguments) {
        Checkout checkout = Checkout.open(bench.home(), Device.CPU, bench.progress());
        Room room = (Room) checkout.roadmap().entry("cnn-mnist").orElseThrow();
        Equipment worker = Equipment.of(room, List.of(), Device.CPU);
        List<String> flags = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        flags.addAll(worker.flags());
        return bench.java(worker.environment(), flags, main, arguments);
    }

    private static void add(Report report, String contestant, Program program) {
        String[] words = program.run().output().strip().split(" ", -1);
        report.measured(contestant, Quantity.CPU, Double.parseDouble(words[0]));
        report.measured(contestant, Quantity.WALL, Double.parseDouble(words[1]));
        report.measured(contestant, Quantity.RIGHT, Double.parseDouble(words[2]));
    }
}
