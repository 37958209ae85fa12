package gradus.grader.mutation;

import gradus.catalogue.EquivalentMutant;
import gradus.catalogue.Room;
import gradus.grader.CheckResult;
import gradus.grader.Status;
import gradus.grader.Trial;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mutates a room's reference in the learner's parts, and counts how many mutants its quick checks notice. PIT runs the
 * checks plainly; a mutant that survives there faces them once more through stand-ins, where {@code Reference.of} is
 * the reference and not the mutant.
 */
public final class MutationRun {
    private static final int LEAST_SCORE = 80;
    private static final int LEAST_MUTANTS_PER_EQUIVALENT = 10;
    private static final long SEED = 1;

    private final Checkout checkout;
    private final Room room;
    private final RoomClasses classes;
    private final List<CheckInfo> checks;
    private final Map<String, Parts> parts;
    private final List<String> problems = new ArrayList<>();

    private MutationRun(Checkout checkout, Room room) {
        this.checkout = checkout;
        this.room = room;
        this.classes = RoomClasses.of(checkout, room);
        this.checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden())).stream()
                .filter(check -> !check.full())
                .toList();
        this.parts = RoomClasses.read(room, room.sources()).stream()
                .map(Parts::of)
                .collect(Collectors.toMap(Parts::file, part -> part));
    }

    /**
     * Mutates a room.
     *
     * @throws BrokenRoom if the room does not compile, its reference fails a check, or PIT does not run
     */
    public static MutationReport of(Checkout checkout, Room room) {
        return new MutationRun(checkout, room).report();
    }

    private MutationReport report() {
        long start = System.nanoTime();
        List<String> withoutData = referencePasses();
        List<Mutant> mutants = declare(mutants());
        long killed =
                mutants.stream().filter(mutant -> mutant.fate() == Fate.KILLED).count();
        if (mutants.isEmpty()) {
            problems.add("There is nothing to mutate: the learner's parts have no code.");
        } else if (100 * killed < LEAST_SCORE * (long) mutants.size()) {
            problems.add("The checks kill " + killed + " of " + mutants.size() + " mutants, but at least " + LEAST_SCORE
                    + " % are needed. Write checks that notice the survivors above.");
        }
        return new MutationReport(room.id(), mutants, withoutData, problems, (System.nanoTime() - start) / 1e9);
    }

    /** The ids of checks without data. */
    private List<String> referencePasses() {
        List<String> withoutData = new ArrayList<>();
        for (CheckResult result : Trial.plainly(classes, checks, classes.reference(), SEED)) {
            if (result.status() == Status.NO_DATA) {
                withoutData.add(result.id());
            } else if (result.status() != Status.PASSED) {
                throw new BrokenRoom("Mutants say nothing while the reference fails a check. "
                        + result.id() + " of room " + room.id() + " is "
                        + result.status().word() + " with the seed " + SEED + ": " + result.message());
            }
        }
        return withoutData;
    }

    private List<Mutant> mutants() {
        try {
            Path folder = Files.createDirectories(checkout.cache().resolve("mutation"));
            Path scratch = Files.createTempDirectory(folder, room.id()).toAbsolutePath();
            try {
                PitestResult result = new Pitest(checkout, room, classes, checks).run(scratch);
                List<Mutant> mutants = new ArrayList<>();
                for (Found found : result.mutants()) {
                    Parts part = parts.get(found.file());
                    if (found.isViable() && part != null && part.numbers().contains(found.line())) {
                        mutants.add(mutant(found, part, result));
                    }
                }
                mutants.sort(Comparator.comparing(Mutant::file).thenComparing(Mutant::line));
                return mutants;
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mutant mutant(Found found, Parts part, PitestResult result) throws IOException {
        Set<String> tests = result.tests().getOrDefault(found.block(), Set.of());
        List<String> reachedBy =
                checks.stream().map(CheckInfo::id).filter(tests::contains).toList();
        String text = part.text(found.line());
        String operator = Operators.shortName(found.mutator());
        boolean survived = reachedBy.isEmpty()
                ? found.survived() || found.brokeOff()
                : found.survived() && survivesBesideTheReference(found, result);
        return new Mutant(
                found.file(),
                found.line(),
                text,
                operator,
                Operators.change(operator, found.description(), text),
                reachedBy,
                survived ? Fate.SURVIVED : Fate.KILLED);
    }

    private boolean survivesBesideTheReference(Found found, PitestResult result) throws IOException {
        byte[] classFile = result.classFile(found).orElse(null);
        if (classFile == null) {
            return true;
        }
        Map<String, byte[]> mutated = RoomClasses.together(classes.reference(), Map.of(found.className(), classFile));
        return Trial.inPlace(classes, checks, mutated, SEED).stream()
                .allMatch(check -> check.status() == Status.PASSED || check.status() == Status.NO_DATA);
    }

    /** Marks the survivors that mutants.yaml declares. */
    private List<Mutant> declare(List<Mutant> mutants) {
        List<Mutant> known = new ArrayList<>(mutants);
        List<EquivalentMutant> declared = room.equivalentMutants();
        declared.forEach(equivalent -> declare(known, equivalent));
        if (declared.size() * LEAST_MUTANTS_PER_EQUIVALENT > mutants.size()) {
            problems.add("mutants.yaml declares " + declared.size() + " of " + mutants.size()
                    + " mutants equivalent, but at most a tenth may be. Change the reference so that they vanish.");
        }
        return known;
    }

    private void declare(List<Mutant> known, EquivalentMutant equivalent) {
        String entry = "mutants.yaml: '" + equivalent.lineText() + "'";
        List<Mutant> onLine = new ArrayList<>();
        int places = 0;
        for (Parts part : parts.values()) {
            for (int line : part.endsOf(equivalent.lineText())) {
                places++;
                known.stream()
                        .filter(mutant -> mutant.file().equals(part.file()) && mutant.line() == line)
                        .forEach(onLine::add);
            }
        }
        List<Mutant> meant = onLine.stream()
                .filter(mutant -> mutant.operator().equals(equivalent.operator()))
                .toList();
        if (places != 1) {
            problems.add(entry + " stands " + (places == 0 ? "nowhere" : places + " times")
                    + " in the learner's parts. Give text that stands there once; it may begin on a line before.");
        } else if (meant.isEmpty()) {
            problems.add(entry + " has no mutant of " + equivalent.operator() + "; the operators there are "
                    + onLine.stream().map(Mutant::operator).distinct().collect(Collectors.joining(", ")) + ".");
        } else {
            meant.stream()
                    .filter(mutant -> mutant.fate() == Fate.SURVIVED)
                    .findFirst()
                    .ifPresentOrElse(
                            mutant -> known.set(known.indexOf(mutant), mutant.with(Fate.EQUIVALENT)),
                            () -> problems.add(entry + " declares a mutant of " + equivalent.operator()
                                    + " equivalent, but the checks kill it. Take the entry out."));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
