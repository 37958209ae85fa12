package gradus.grader.author;

import gradus.catalogue.CatalogueException;
import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.checks.Evidence;
import gradus.grader.CheckResult;
import gradus.grader.FigureRun;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Settings;
import gradus.grader.Status;
import gradus.grader.Submission;
import gradus.grader.Trial;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.room.SurfaceRules;
import gradus.grader.sandbox.Confinement;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import gradus.grader.verify.Refusal;
import gradus.grader.verify.Verifier;
import gradus.grader.worker.Incident;
import gradus.kit.figure.CannotDraw;
import gradus.kit.figure.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a room against the rules of docs/authoring.md. */
public final class RoomCheck {
    private static final long SEED = 1;
    private static final int MIN_MISTAKES = 3;
    private static final int MAX_CODE_LINES = 90;
    private static final int MIN_STATEMENT = 400;
    private static final int MIN_DESCRIPTION = 60;

    private final Checkout checkout;
    private final Room room;
    private final Confinement confinement;
    private final List<Finding> problems = new ArrayList<>();
    private final List<MistakeResult> mistakes = new ArrayList<>();
    private final List<AutomaticResult> automatic = new ArrayList<>();

    private RoomCheck(Checkout checkout, Room room, Confinement confinement) {
        this.checkout = checkout;
        this.room = room;
        this.confinement = confinement;
    }

    public static RoomReport of(Checkout checkout, Room room) {
        return of(checkout, room, Confinement.PLAIN);
    }

    /** @param confinement of every worker in which the room's code runs */
    public static RoomReport of(Checkout checkout, Room room, Confinement confinement) {
        long start = System.nanoTime();
        RoomCheck check = new RoomCheck(checkout, room, confinement);
        check.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new RoomReport(room.id(), check.problems, check.mistakes, check.automatic, seconds);
    }

    private void problem(String rule, String message) {
        problems.add(new Finding(rule, message));
    }

    private void run() {
        statement();
        hints();
        source();
        strays();
        RoomClasses classes;
        try {
            classes = RoomClasses.of(checkout, room);
        } catch (BrokenRoom | IllegalArgumentException e) {
            problem("compiles", String.valueOf(e.getMessage()));
            return;
        }
        SurfaceRules.problems(classes.starter(), classes.surface()).forEach(words -> problem("surface", words));
        List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden()));
        verified(classes);
        declaredChecks(classes, checks);
        List<CheckInfo> quick = checks.stream().filter(check -> !check.full()).toList();
        boolean sound = reference(classes, quick) && starter(classes, quick);
        evidence(classes);
        if (sound) {
            mistakes(classes, quick);
            automatic.addAll(new AutomaticMistakes(classes, quick, SEED).results(words -> problem("automatic", words)));
        }
        figure();
    }

    private void verified(RoomClasses classes) {
        Verifier verifier = Verifier.of(checkout, room, classes);
        verifier.unknownRefuses()
                .forEach(entry -> problem(
                        "verified",
                        "README.md refuses " + entry + ", but there is no such class or member. Write it as in"
                                + " java.util.Arrays.sort, java.util.TreeMap or java.util.stream.*."));
        List<Source> references = RoomClasses.read(room, room.sources());
        List<Source> starters = references.stream().map(Starter::of).toList();
        List<Refusal> refusals = verifier.refusals(classes.reference(), references);
        (refusals.isEmpty() ? verifier.refusals(classes.starter(), starters) : refusals)
                .forEach(refusal -> problem("verified", refusal.inWords()));
    }

    // Texts.

    private void statement() {
        if (!room.statement().strip().startsWith("# ")) {
            problem("statement", "README.md's text begins with its title: '# " + room.title() + "'.");
        }
        if (room.statement().strip().length() < MIN_STATEMENT) {
            problem("statement", "README.md says too little: tell what to implement, why, and what to look at.");
        }
    }

    private void hints() {
        try {
            List<String> hints = room.hints();
            if (hints.size() < 3 || hints.size() > 5) {
                problem("hints", "hints.md has " + hints.size() + " steps, but a hint ladder has 3 to 5.");
            }
        } catch (CatalogueException e) {
            problem("hints", String.valueOf(e.getMessage()));
        }
    }

    private void source() {
        List<Source> sources = RoomClasses.read(room, room.sources());
        if (sources.stream().noneMatch(Starter::isMarked)) {
            problem(
                    "source",
                    "no file has a part for the learner between '// begin solution: …' and '// end solution'.");
        }
        long lines = sources.stream().mapToLong(Starter::linesOfParts).sum();
        if (lines > MAX_CODE_LINES) {
            problem(
                    "source",
                    "the learner's parts have " + lines + " lines of code; beyond " + MAX_CODE_LINES
                            + " split the room.");
        }
        if (sources.stream().noneMatch(source -> source.text().contains("Source:"))) {
            problem("source", "no docstring names its 'Source:'.");
        }
    }

    private void strays() {
        Set<String> known =
                new TreeSet<>(Set.of("README.md", "hints.md", "mistakes.yaml", "mutants.yaml", "package-info.java"));
        Stream.of(
                        room.sources(),
                        room.checks(),
                        room.hiddenChecks(),
                        room.figure().stream().toList())
                .flatMap(List::stream)
                .forEach(file -> known.add(file.getFileName().toString()));
        try (Stream<Path> files = Files.list(room.folder())) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problem("strays", name + " does not belong into a room's folder."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Checks.

    private void declaredChecks(RoomClasses classes, List<CheckInfo> checks) {
        if (checks.isEmpty()) {
            problem("checks", "there is no @Graded check.");
        }
        Set<String> ids = new TreeSet<>();
        for (CheckInfo check : checks) {
            if (!ids.add(check.id())) {
                problem("checks", "two checks are called " + check.id() + ".");
            }
            if (check.stage() < 1 || check.stage() > room.stages().size()) {
                problem(
                        "checks",
                        check.id() + " belongs to stage " + check.stage() + ", but README.md names "
                                + room.stages().size() + ".");
            }
            if (check.title().equals(check.id())) {
                problem("checks", check.id() + " has no @DisplayName that says what it checks.");
            }
        }
        Set<Integer> visible =
                CheckInfo.in(classes.visible()).stream().map(CheckInfo::stage).collect(Collectors.toSet());
        room.stages().stream()
                .filter(stage -> !visible.contains(stage.number()))
                .forEach(stage -> problem("checks", "stage " + stage.number() + " has no visible check."));
    }

    private boolean reference(RoomClasses classes, List<CheckInfo> checks) {
        int before = problems.size();
        Map<String, List<CheckResult>> places = Map.of(
                "plainly", Trial.plainly(classes, checks, classes.reference(), SEED),
                "in place", Trial.inPlace(classes, checks, classes.reference(), SEED),
                "in a worker",
                        grade(classes, checks, RoomClasses.read(room, room.sources()))
                                .run()
                                .checks());
        new TreeMap<>(places)
                .forEach((place, results) -> results.stream()
                        .filter(result -> result.status() != Status.PASSED && result.status() != Status.NO_DATA)
                        .forEach(result -> problem(
                                "reference",
                                result.id() + " run " + place + " is "
                                        + result.status().word() + ": " + result.message())));
        return problems.size() == before;
    }

    private boolean starter(RoomClasses classes, List<CheckInfo> checks) {
        int before = problems.size();
        List<Source> starters =
                RoomClasses.read(room, room.sources()).stream().map(Starter::of).toList();
        for (CheckResult result : grade(classes, checks, starters).run().checks()) {
            if (result.status() != Status.NOT_ATTEMPTED && result.status() != Status.NO_DATA) {
                problem(
                        "starter",
                        result.id() + " is " + result.status().word()
                                + " on the untouched starter, but every check should be not-attempted there.");
            }
        }
        return problems.size() == before;
    }

    private Outcome grade(RoomClasses classes, List<CheckInfo> checks, List<Source> sources) {
        return new Judge(checkout)
                .check(
                        room,
                        classes,
                        checks,
                        new Submission(room.folder(), sources),
                        Settings.quick(SEED).confined(confinement));
    }

    private void evidence(RoomClasses classes) {
        String annotation = Evidence.class.getName().replace('.', '/');
        Stream<byte[]> tests = Stream.concat(classes.visible().values().stream(), classes.hidden().values().stream());
        Path oracles = checkout.home().resolve("exercises/oracles/src");
        boolean hasOracle = RoomClasses.read(room, room.sources()).stream()
                .map(source -> source.fileName().replace(".java", "OracleTest.java"))
                .anyMatch(name -> Files.exists(oracles.resolve("oracles").resolve(name)));
        if (!hasOracle && tests.noneMatch(bytes -> mentions(bytes, annotation))) {
            problem(
                    "evidence",
                    "no check or oracle test is marked @Evidence: one at least must be a gradient check, an invariance, a"
                            + " closed form, an independent library or a published number.");
        }
    }

    private static boolean mentions(byte[] classFile, String name) {
        return new String(classFile, java.nio.charset.StandardCharsets.ISO_8859_1).contains(name);
    }

    // Mistakes.

    private void mistakes(RoomClasses classes, List<CheckInfo> checks) {
        List<Mistake> declared;
        try {
            declared = room.mistakes();
        } catch (CatalogueException e) {
            problem("mistakes", String.valueOf(e.getMessage()));
            return;
        }
        if (declared.size() < MIN_MISTAKES) {
            problem("mistakes", "mistakes.yaml has " + declared.size() + ", but a room has at least 3.");
        }
        for (Mistake mistake : declared) {
            int before = problems.size();
            List<Source> wrong = Mistakes.apply(mistake, RoomClasses.read(room, room.sources()), this::problem);
            List<String> named = problems.size() == before ? mistake(classes, checks, mistake, wrong) : List.of();
            mistakes.add(new MistakeResult(mistake.id(), problems.size() == before, named));
        }
    }

    /** Grades a mistake, and returns what it is taken for. */
    private List<String> mistake(RoomClasses classes, List<CheckInfo> checks, Mistake mistake, List<Source> wrong) {
        Outcome outcome = grade(classes, checks, wrong);
        if (outcome instanceof Outcome.DoesNotCompile broken) {
            problem(
                    "mistake-compiles",
                    mistake.id() + " does not compile:\n"
                            + broken.problems().get(0).inWords());
            return List.of();
        }
        int before = problems.size();
        Set<String> failed = new TreeSet<>();
        Set<String> passed = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (CheckResult result : outcome.run().checks()) {
            ids.add(result.id());
            if (result.status() == Status.PASSED) {
                passed.add(result.id());
            } else if (result.status() != Status.NO_DATA) {
                failed.add(result.id());
            }
        }
        if (failed.isEmpty()) {
            problem("mistake-survives", mistake.id() + " gets full marks: no check notices it.");
            return List.of();
        }
        for (String id : mistake.fails()) {
            if (!ids.contains(id)) {
                problem("mistake-fails", mistake.id() + " names " + id + ", but there is no such check.");
            } else if (passed.contains(id)) {
                problem(
                        "mistake-fails",
                        mistake.id() + " should fail " + id + ", but passed it: the check is too weak.");
            }
        }
        for (CheckResult result : outcome.run().checks()) {
            if (failed.contains(result.id()) && !mistake.fails().contains(result.id())) {
                problem(
                        "mistake-fails",
                        mistake.id() + " fails " + result.id() + " too, which it does not declare: "
                                + result.message());
            }
        }
        if (passed.isEmpty()) {
            problem("mistake-passes", mistake.id() + " fails every check, so nothing tells it from nonsense.");
        }
        return named(mistake, outcome, problems.size() == before);
    }

    /** What a mistake is taken for; one that fails other checks than it declares need not be recognised. */
    private List<String> named(Mistake mistake, Outcome outcome, boolean isCaught) {
        List<String> named = outcome.run().mistakes().stream()
                .flatMap(recognised -> recognised.either().stream())
                .map(Mistake::id)
                .toList();
        boolean isCutOff = outcome.run().checks().stream().anyMatch(result -> result.incident() != Incident.NONE);
        if (isCaught && !isCutOff && !named.contains(mistake.id())) {
            problem(
                    "mistake-named",
                    mistake.id() + " is "
                            + (named.isEmpty() ? "not recognised" : "taken for " + String.join(", ", named))
                            + ": it must give back the same on the same inputs each time.");
        }
        return named;
    }

    // Figure.

    private void figure() {
        var run = FigureRun.of(checkout, room, confinement);
        if (run.isEmpty()) {
            problem("figure", "there is no figure: a class whose name ends in Figure.");
            return;
        }
        try {
            List<Parameter> parameters = run.get().parameters();
            if (parameters.isEmpty()) {
                problem("figure", "the figure has no parameter to turn.");
            }
            Submission reference = new Submission(room.folder(), RoomClasses.read(room, room.sources()));
            FigureRun.Result result = run.get().draw(reference, Map.of());
            if (result instanceof FigureRun.Result.NotDrawn failed) {
                problem("figure", "the reference's figure is not drawn: " + failed.reason());
            } else if (result instanceof FigureRun.Result.Drawn drawn) {
                drawn.drawing().image(1);
                if (drawn.drawing().description().length() < MIN_DESCRIPTION) {
                    problem("figure", "its description says too little for someone who cannot see it.");
                }
            }
        } catch (CannotDraw | IllegalStateException | IllegalArgumentException e) {
            problem("figure", String.valueOf(e.getMessage()));
        }
    }
}
