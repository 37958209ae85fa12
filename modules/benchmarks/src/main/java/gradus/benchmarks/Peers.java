package gradus.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the programs that Gradus is measured against. */
final class Peers {
    /** Modules of Python, with the Debian packages that bring them. */
    private static final Map<String, String> PACKAGES = Map.of(
            "numpy", "python3-numpy",
            "scipy", "python3-scipy",
            "sklearn", "python3-sklearn",
            "torch", "python3-torch",
            "pytest", "python3-pytest");

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+[\\w.]*");

    private final List<Path> folders;
    private final Map<String, String> environment;

    /**
     * @param folders where programs lie; earlier ones come first
     * @param environment may name others with PYTHON and RUSTC
     */
    Peers(List<Path> folders, Map<String, String> environment) {
        this.folders = folders;
        this.environment = environment;
    }

    /** Those of this machine: of its packages first, then of the PATH. */
    static Peers here(Map<String, String> environment) {
        Stream<String> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return new Peers(
                Stream.concat(Stream.of("/usr/bin"), path).map(Path::of).toList(), environment);
    }

    Peer maven() {
        return program("Maven", "mvn", "-v");
    }

    Peer rustc() {
        return program("rustc", "rustc", "--version");
    }

    Peer taskset() {
        return program("taskset", "taskset", "--version");
    }

    private Peer program(String name, String program, String option) {
        for (String candidate : candidates(program, program.toUpperCase(Locale.ROOT))) {
            Matcher version = VERSION.matcher(said(candidate, option).orElse(""));
            if (version.find()) {
                return new Peer.Present(name, version.group(), List.of(candidate));
            }
        }
        return new Peer.Absent(
                "there is no " + program + " on the PATH",
                install(Map.of("mvn", "maven", "taskset", "util-linux").getOrDefault(program, program)));
    }

    /** The first Python that has all of these modules. */
    Peer python(String... modules) {
        List<String> candidates = candidates("python3", "PYTHON");
        String script = "import platform\nprint(platform.python_version(), end='')\n"
                + Stream.of(modules)
                        .map(module -> "import " + module + "\nprint(', " + module + "', " + module
                                + ".__version__, end='')\n")
                        .collect(Collectors.joining());
        for (String candidate : candidates) {
            Optional<String> said = said(candidate, "-c", script);
            if (said.isPresent()) {
                return new Peer.Present("Python", said.get(), List.of(candidate));
            }
        }
        return new Peer.Absent(
                candidates.isEmpty()
                        ? "there is no python3 on the PATH"
                        : String.join(" and ", candidates) + (candidates.size() == 1 ? " lacks" : " lack") + " one of "
                                + String.join(", ", modules),
                install(Stream.of(modules).map(PACKAGES::get).toArray(String[]::new))
                        + " The variable PYTHON can name another Python.");
    }

    private List<String> candidates(String program, String variable) {
        String named = environment.getOrDefault(variable, "");
        return !named.isEmpty()
                ? List.of(named)
                : folders.stream()
                        .map(folder -> folder.resolve(program))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .distinct()
                        .toList();
    }

    private static String install(String... packages) {
        return "Debian: sudo apt install " + String.join(" ", packages) + ".";
    }

    /** What a program says, if it ends well. */
    private static Optional<String> said(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
