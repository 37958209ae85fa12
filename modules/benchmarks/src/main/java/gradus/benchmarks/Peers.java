package gradus.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

    private final Map<String, String> environment;

    Peers(Map<String, String> environment) {
        this.environment = environment;
    }

    Peer maven() {
        return said("mvn", "-Dstyle.color=never", "-v")
                .<Peer>map(said -> new Peer.Present(
                        "Maven",
                        said.lines().findFirst().orElse("").replaceFirst("Apache Maven (\\S+).*", "$1"),
                        List.of("mvn")))
                .orElseGet(() -> new Peer.Absent("there is no mvn on the PATH", install("maven")));
    }

    Peer rustc() {
        return said("rustc", "--version")
                .<Peer>map(said -> new Peer.Present("rustc", said.split(" ", 3)[1], List.of("rustc")))
                .orElseGet(() -> new Peer.Absent("there is no rustc on the PATH", install("rustc")));
    }

    /**
     * The first Python that has all of these modules: the one that the variable PYTHON names, that of the PATH, the
     * system's.
     */
    Peer python(String... modules) {
        String named = environment.getOrDefault("PYTHON", "");
        List<String> candidates = named.isEmpty() ? List.of("python3", "/usr/bin/python3") : List.of(named);
        for (String candidate : candidates) {
            Optional<Peer> found = python(candidate, modules);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Peer.Absent(
                String.join(" and ", candidates)
                        + (candidates.size() == 1 ? " lacks " : " lack ")
                        + Stream.of(modules)
                                .filter(module -> !isIn(candidates, module))
                                .collect(Collectors.joining(", ")),
                install(Stream.of(modules).map(PACKAGES::get).toArray(String[]::new))
                        + " The variable PYTHON can name another Python.");
    }

    private Optional<Peer> python(String candidate, String... modules) {
        String script = "import platform\nprint('Python', platform.python_version(), end='')\n"
                + Stream.of(modules)
                        .map(module -> "import " + module + "\nprint(', " + module + "', " + module
                                + ".__version__, end='')\n")
                        .collect(Collectors.joining());
        return said(candidate, "-c", script)
                .map(said -> new Peer.Present("Python", said.replaceFirst("^Python ", ""), List.of(candidate)));
    }

    private boolean isIn(List<String> candidates, String module) {
        Predicate<String> has =
                candidate -> said(candidate, "-c", "import " + module).isPresent();
        return candidates.stream().anyMatch(has);
    }

    private static String install(String... packages) {
        return "Debian: sudo apt install " + String.join(" ", packages) + ".";
    }

    /** What a program says, if it is there and ends well. */
    private Optional<String> said(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
