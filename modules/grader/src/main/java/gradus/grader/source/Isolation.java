package gradus.grader.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compiles a learner's files as far as they go. A method that does not compile becomes one that says so when it is
 * called; a field, an import, a header or a nested class that does not is left out, and with it what uses it.
 *
 * <p>The compiler tells errors in rounds: first what is no Java, then what names mean, then ways through methods. After
 * each round the parts that hold its errors are taken out, and the rest is compiled again.
 */
public final class Isolation {
    private static final int MAX_ROUNDS = 100;
    private static final Comparator<Problem> IN_SOURCE_ORDER =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    private final Set<String> needed;
    private final Map<String, Patched> files = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Problem> reasons = new HashMap<>();
    private final Map<String, Problem> gone = new HashMap<>();
    private final Map<String, Problem> goneNames = new HashMap<>();

    private Isolation(Collection<Source> sources, Set<String> needed) {
        this.needed = needed;
        sources.forEach(source -> files.put(source.path(), Patched.of(source)));
    }

    /**
     * Compiles sources against jars and class files in memory, without the parts that do not compile.
     *
     * @param classPath jars and folders; the worker is among them
     * @param known class files by binary name that the sources may use
     * @param needed binary names of classes that cannot be left out
     */
    public static Salvage compile(
            Collection<Source> sources, List<Path> classPath, Map<String, byte[]> known, Set<String> needed) {
        return DeepStack.call(() -> {
            try (Javac javac = new Javac(classPath, known)) {
                return new Isolation(sources, needed).compile(javac);
            }
        });
    }

    private Salvage compile(Javac javac) {
        for (int i = 1; ; i++) {
            Attempt attempt =
                    javac.attempt(files.values().stream().map(Patched::source).toList());
            if (attempt.faults().isEmpty()) {
                problems.sort(IN_SOURCE_ORDER);
                return new Salvage.Saved(attempt.files(), List.copyOf(problems), Map.copyOf(reasons), Map.copyOf(gone));
            }
            Optional<Fault> inTheWay =
                    i == MAX_ROUNDS ? attempt.faults().stream().findFirst() : new Round(attempt).takeOut();
            if (inTheWay.isPresent()) {
                return lost(attempt, inTheWay.get());
            }
        }
    }

    private Salvage lost(Attempt attempt, Fault inTheWay) {
        Stream<Fault> faults = attempt.isJava() ? attempt.faults().stream() : Stream.empty();
        Stream<Problem> others = faults.map(fault -> problem(fault, files, "")).sorted(IN_SOURCE_ORDER);
        Problem last = problem(inTheWay, files, "");
        problems.sort(IN_SOURCE_ORDER);
        // What was left out earlier may be why the last error is there.
        Stream<Problem> all = goneNames.isEmpty()
                ? Stream.of(Stream.of(last), problems.stream(), others).flatMap(Function.identity())
                : Stream.concat(problems.stream(), Stream.of(last));
        Map<String, Problem> byPlace = new LinkedHashMap<>();
        all.forEach(problem -> byPlace.putIfAbsent(problem.file() + problem.line() + ":" + problem.column(), problem));
        return new Salvage.Lost(why(inTheWay), List.copyOf(byPlace.values()));
    }

    private static String why(Fault inTheWay) {
        if (inTheWay.isBrace()) {
            return "The braces { and } do not pair up, so nothing could be graded:";
        } else if (!inTheWay.hasPlace()) {
            return "This file cannot be compiled at all, so nothing could be graded:";
        }
        boolean hasEnds = Braces.of(inTheWay.source()).odd().isEmpty();
        return hasEnds
                ? "The error is outside of any method, so nothing could be graded:"
                : "With this error it is not clear where methods end, so nothing could be graded:";
    }

    private static Problem problem(Fault fault, Map<String, Patched> files, String part) {
        Patched file = files.get(fault.source().path());
        return file == null || !fault.hasPlace()
                ? Problem.of(fault.source(), -1, fault.message(), part)
                : Problem.of(file.original(), file.original(fault.offset()), fault.message(), part);
    }

    /** The faults of one attempt, and the parts that hold them. */
    private final class Round {
        private final Attempt attempt;
        private final Map<String, Patched> before = Map.copyOf(files);
        private final Map<String, Parsed> trees = new HashMap<>();

        Round(Attempt attempt) {
            this.attempt = attempt;
        }

        /** Takes out the parts that hold the faults. Returns the first fault that no part holds. */
        Optional<Fault> takeOut() {
            Set<String> read = new HashSet<>();
            for (Fault fault : inOrder(attempt.faults())) {
                // Behind text that is no Java, the compiler guesses.
                boolean isGuess = !attempt.isJava() && !read.add(fault.source().path());
                if (!isGuess && !takeOut(fault)) {
                    return Optional.of(fault);
                }
            }
            return Optional.empty();
        }

        /** In the order of the text: imports come before what uses them. */
        private static List<Fault> inOrder(List<Fault> faults) {
            return faults.stream().sorted(Comparator.comparing(Fault::offset)).toList();
        }

        private boolean takeOut(Fault fault) {
            Patched file = before.get(fault.source().path());
            if (file == null || !fault.hasPlace()) {
                return false;
            }
            List<Part> parts = attempt.isJava()
                    ? Outline.around(
                            trees.computeIfAbsent(fault.source().path(), path -> Parsed.of(file.source())),
                            fault.offset())
                    : Unreadable.around(fault);
            for (Part part : parts) {
                int start = file.original(part.start());
                int end = file.original(part.end());
                if (needed.stream().anyMatch(part::isClass)) {
                    return false;
                } else if (!file.isWithout(start, end)) {
                    files.computeIfPresent(
                            fault.source().path(), (path, now) -> now.without(start, end, part.instead()));
                    note(fault, part);
                    return true;
                }
            }
            return false;
        }

        private void note(Fault fault, Part part) {
            Optional<Problem> cause = cause(fault, part);
            Problem problem = cause.orElseGet(() -> problem(fault, before, part.title()));
            if (cause.isEmpty() && problems.stream().noneMatch(known -> isSame(known, problem))) {
                problems.add(problem);
            }
            reasons.merge(part.title(), problem, (a, b) -> isBetter(a, b, part) ? a : b);
            if (part.kind() == Part.Kind.WHOLE) {
                for (String name : part.names()) {
                    gone.putIfAbsent(part.owner() + "." + name, problem);
                    goneNames.putIfAbsent(name, problem);
                }
            }
        }

        /** What was left out earlier may be why something else does not compile: what names it, and its class. */
        private Optional<Problem> cause(Fault fault, Part part) {
            Set<String> words = new HashSet<>(List.of(fault.line().split("\\W+")));
            Stream<Problem> named = goneNames.entrySet().stream()
                    .filter(member -> words.contains(member.getKey()))
                    .map(Map.Entry::getValue);
            Stream<Problem> inside = gone.entrySet().stream()
                    .filter(member -> part.isClass(member.getKey().replaceFirst("\\.[^.]*$", "")))
                    .map(Map.Entry::getValue);
            return Stream.concat(named, inside).min(IN_SOURCE_ORDER);
        }

        private static boolean isSame(Problem a, Problem b) {
            return IN_SOURCE_ORDER.compare(a, b) == 0 && a.message().equals(b.message());
        }

        /** Its own error explains a part better than that of another part, and the first better than a later one. */
        private static boolean isBetter(Problem a, Problem b, Part part) {
            boolean own = a.part().equals(part.title());
            return own == b.part().equals(part.title()) ? IN_SOURCE_ORDER.compare(a, b) <= 0 : own;
        }
    }
}
