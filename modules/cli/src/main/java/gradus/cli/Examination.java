package gradus.cli;

import gradus.catalogue.CatalogueException;
import gradus.catalogue.Limits;
import gradus.catalogue.Room;
import gradus.datasets.DataFolder;
import gradus.grader.room.Checkout;
import gradus.grader.room.Libraries;
import gradus.grader.sandbox.Sandbox;
import gradus.grader.source.Compiler;
import gradus.grader.worker.Engine;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Gpus;
import gradus.grader.worker.WorkerLost;
import gradus.grader.worker.Workers;
import gradus.kit.CacheFolder;
import gradus.kit.figure.CannotDraw;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Style;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.XYChart;

/** Looks at everything that the lab needs. */
final class Examination {
    private static final int JAVA = 17;
    private static final long LITTLE_DISK = 1L << 30;
    private static final long NO_DISK = 50L << 20;
    /** The host of most data sets. */
    private static final String DATA_HOST = "raw.githubusercontent.com";

    private static final Pattern MAVEN_VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)(\\S*)");

    private final Session session;

    Examination(Session session) {
        this.session = session;
    }

    List<Diagnosis> all() {
        List<Diagnosis> all = new ArrayList<>(List.of(java(), compiler()));
        if (session.pack().isEmpty()) {
            all.add(maven());
        }
        all.addAll(List.of(
                rooms(), worker(), sandbox(), engine(), fonts(), workspace(), cache(), disk(), data(), network()));
        return all;
    }

    private static Diagnosis java() {
        String found = System.getProperty("java.version") + ", " + System.getProperty("java.home");
        return Runtime.version().feature() >= JAVA
                ? Diagnosis.ok("Java", found)
                : Diagnosis.broken("Java", found, "Install a JDK of version 17 or newer and let JAVA_HOME name it.");
    }

    private static Diagnosis compiler() {
        return Compiler.isPresent()
                ? Diagnosis.ok("compiler", "javac is there")
                : Diagnosis.broken(
                        "compiler",
                        "this Java is a JRE without javac",
                        "Install a JDK (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless) and let JAVA_HOME name"
                                + " it.");
    }

    private Diagnosis maven() {
        String fix = "Install Maven 3.8 or newer (Debian, Ubuntu: apt-get install maven; macOS: brew install maven;"
                + " elsewhere: unpack it and let MAVEN_HOME name its folder). It is needed after an update of the lab.";
        String command = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        try {
            Process process = new ProcessBuilder(command, "-B", "-v")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(10, TimeUnit.SECONDS);
            Matcher version = MAVEN_VERSION.matcher(output);
            if (!version.find()) {
                return Diagnosis.note("Maven", "mvn does not say its version", fix);
            }
            String found = version.group(1) + "." + version.group(2) + version.group(3);
            int major = Integer.parseInt(version.group(1));
            int minor = Integer.parseInt(version.group(2));
            return major > 3 || (major == 3 && minor >= 8)
                    ? Diagnosis.ok("Maven", found)
                    : Diagnosis.note("Maven", found + " is too old", fix);
        } catch (IOException e) {
            return Diagnosis.note("Maven", "mvn is not on the PATH", fix);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Diagnosis.note("Maven", "interrupted", fix);
        }
    }

    private Diagnosis rooms() {
        try {
            int built = session.checkout().roadmap().rooms().size();
            int all = session.checkout().roadmap().entries().size();
            String count =
                    session.pack().isPresent() ? built + " assigned" : built + " built of " + all + " on the roadmap";
            return Diagnosis.ok("rooms", count + ", " + session.home());
        } catch (CatalogueException e) {
            return Diagnosis.broken(
                    "rooms", String.valueOf(e.getMessage()), "Repair that file: git checkout restores it.");
        }
    }

    private static Diagnosis worker() {
        try (Workers workers = new Workers(Equipment.plain(Limits.DEFAULT))) {
            workers.define(java.util.Map.of());
            return Diagnosis.ok("worker", "a process for your code starts");
        } catch (WorkerLost | UncheckedIOException e) {
            return Diagnosis.broken(
                    "worker",
                    "no process for your code could be started: " + e.getMessage(),
                    "Close programs that use much memory, and look at limits on processes (ulimit -a).");
        }
    }

    private static Diagnosis sandbox() {
        Sandbox found = Sandbox.ofThisMachine();
        if (found instanceof Sandbox.Absent absent) {
            return Diagnosis.note(
                    "sandbox",
                    absent.reason(),
                    absent.wayOut() + " Your own code runs without; classes are graded in it.");
        }
        Sandbox.Present present = (Sandbox.Present) found;
        return Diagnosis.ok(
                "sandbox",
                present.bubblewrap() + " works, with seccomp and prlimit; "
                        + present.cgroups()
                                .map(folder -> "memory and threads are limited by groups in " + folder)
                                .orElse("no cgroup can be written here, so each process is limited by itself"));
    }

    /** What rooms with DJL compute with. The engine is asked for only where it has been fetched before. */
    private Diagnosis engine() {
        List<String> gpus = Gpus.names();
        String seen = gpus.isEmpty() ? "CUDA sees no GPU" : "CUDA sees " + String.join(", ", gpus);
        Checkout checkout;
        try {
            checkout = session.checkout();
        } catch (CatalogueException e) {
            return Diagnosis.note("engine", "unknown as long as the rooms cannot be read; " + seen, "");
        }
        for (Room room : checkout.roadmap().rooms()) {
            if (!Libraries.names(checkout.roadmap(), room).contains(Libraries.DJL)) {
                continue;
            }
            List<Path> jars = Libraries.fetched(checkout, room).orElse(null);
            if (jars == null) {
                continue;
            }
            Engine engine =
                    Engine.of(Equipment.of(room, jars, checkout.device())).orElse(null);
            if (engine == null) {
                return Diagnosis.note(
                        "engine",
                        "DJL's engine was fetched, but does not start; " + seen,
                        "Remove its unpacked natives, ~/.djl.ai or what DJL_CACHE_DIR names; they are unpacked again.");
            }
            String found = engine.name() + " " + engine.version() + " on " + engine.device() + "; " + seen;
            return gpus.isEmpty() || engine.device().startsWith("gpu")
                    ? Diagnosis.ok("engine", found)
                    : Diagnosis.note("engine", found, "docs/gpu.md says what PyTorch needs to see the GPU.");
        }
        return Diagnosis.ok("engine", "not fetched yet: rooms with DJL bring PyTorch; " + seen);
    }

    private static Diagnosis fonts() {
        try {
            XYChart chart = Style.xy("Doctor", "x", "y");
            Style.points(chart, "points", 0, new double[] {0, 1}, new double[] {0, 1});
            new Drawing("Doctor", List.of(chart), "Two points.").image(1);
            return Diagnosis.ok("pictures", "figures can be drawn");
        } catch (CannotDraw e) {
            return Diagnosis.broken("pictures", "figures cannot be drawn", String.valueOf(e.getMessage()));
        }
    }

    private Diagnosis workspace() {
        return writable(
                "workspace",
                session.workspace().folder(),
                Diagnosis.State.BROKEN,
                "Choose a folder that you may write with --workspace DIR or GRADUS_WORKSPACE.");
    }

    private Diagnosis cache() {
        return writable(
                "cache",
                CacheFolder.of(System.getProperties(), session.environment()),
                Diagnosis.State.NOTE,
                "Data sets and fonts are kept there. Let XDG_CACHE_HOME name a folder that you may write.");
    }

    /** Tries to write where a folder is, or will be. */
    private static Diagnosis writable(String what, Path folder, Diagnosis.State otherwise, String fix) {
        try {
            Files.delete(Files.createTempFile(existing(folder), ".gradus", ".probe"));
            return Diagnosis.ok(what, folder.toString());
        } catch (IOException e) {
            return new Diagnosis(what, otherwise, folder + " cannot be written", fix);
        }
    }

    /** A folder, or the nearest one above it that exists. */
    private static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.isDirectory(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    private Diagnosis disk() {
        Path folder = existing(session.workspace().folder());
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = free / (1 << 20) + " MB free at " + folder;
            if (free < NO_DISK) {
                return Diagnosis.broken("disk", found, "The disk is full. Make room, or your files cannot be saved.");
            }
            return free < LITTLE_DISK
                    ? Diagnosis.note("disk", found, "Rooms with PyTorch need about 1 GB.")
                    : Diagnosis.ok("disk", found);
        } catch (IOException e) {
            return Diagnosis.note("disk", "unknown: " + e.getMessage(), "");
        }
    }

    private Diagnosis data() {
        String folder = session.environment().get("GRADUS_DATA");
        if (folder != null && !folder.isBlank() && !Files.isDirectory(Path.of(folder))) {
            return Diagnosis.broken(
                    "data", "GRADUS_DATA names " + folder + ", which is no folder", "Mend or unset it.");
        }
        DataFolder data = session.dataFolder();
        long here = session.manifest().sets().stream().filter(data::hasFilesOf).count();
        return Diagnosis.ok(
                "data", "files of " + here + " of " + session.manifest().sets().size() + " sets in " + data.path());
    }

    private static Diagnosis network() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getAllByName(DATA_HOST)[0], 443), 3000);
            return Diagnosis.ok("network", DATA_HOST + " answers");
        } catch (IOException e) {
            return Diagnosis.note(
                    "network",
                    DATA_HOST + " does not answer",
                    "What is built works without a network; new libraries and data sets need one. Behind a proxy, tell"
                            + " Maven in ~/.m2/settings.xml.");
        }
    }
}
