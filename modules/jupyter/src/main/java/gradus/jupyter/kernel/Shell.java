package gradus.jupyter.kernel;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** JShell as a notebook needs it: it runs whole cells, and says in which cell and line an error is. */
final class Shell implements AutoCloseable {
    /** What every cell may use without an import of its own. */
    static final List<String> IMPORTS = List.of(
            "java.util.*",
            "java.util.function.*",
            "java.util.stream.*",
            "java.io.*",
            "java.nio.file.*",
            "gradus.kit.*",
            "gradus.datasets.*",
            "gradus.jupyter.Lab",
            "org.knowm.xchart.*");

    private static final int MAX_FRAMES = 12;

    /** Where a piece of a cell is. */
    private record Place(Cell cell, int line) {}

    private final CellExecution execution = new CellExecution();
    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Map<String, Place> places = new HashMap<>();
    private final Set<Path> added = new LinkedHashSet<>();
    private @Nullable Place next;
    private volatile boolean isStopped;

    Shell() {
        jshell = JShell.builder()
                .executionEngine(new Engine(execution), Map.of())
                .idGenerator((snippet, i) -> String.valueOf(i))
                .build();
        analysis = jshell.sourceCodeAnalysis();
        for (String name : IMPORTS) {
            jshell.eval("import " + name + ";");
        }
    }

    /** Lets cells use jars or folders of classes. */
    void addToClassPath(List<Path> entries) {
        for (Path entry : entries) {
            jshell.addToClasspath(entry.toString());
            added.add(entry);
        }
    }

    /** Knows the classes that cells may use, beside their own. */
    ClassLoader loader() {
        return new URLClassLoader(added.stream().map(Shell::url).toArray(URL[]::new), Shell.class.getClassLoader());
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs a cell and returns what its last expression gave, or null.
     *
     * @throws CellError if it does not compile, throws, or is stopped
     */
    @Nullable
    Object run(Cell cell) {
        isStopped = false;
        Object shown = null;
        List<Snippet> unfinished = new ArrayList<>();
        for (Piece piece : pieces(cell.text().text())) {
            next = new Place(cell, lineOf(cell.text().text(), piece.start()));
            shown = null;
            for (SnippetEvent event : jshell.eval(piece.text())) {
                if (event.causeSnippet() != null) {
                    continue;
                }
                Snippet snippet = event.snippet();
                places.put(snippet.id(), next);
                if (isStopped) {
                    throw new CellError(cell.name() + " was interrupted. The kernel goes on.");
                } else if (event.exception() != null) {
                    throw thrown(event.exception());
                } else if (event.status() == Status.REJECTED) {
                    throw refused(cell, snippet);
                } else if (event.status() != Status.VALID) {
                    unfinished.add(snippet);
                } else if (isExpression(snippet)) {
                    shown = execution.value();
                }
            }
        }
        for (Snippet snippet : unfinished) {
            if (jshell.status(snippet) != Status.VALID && jshell.status(snippet) != Status.OVERWRITTEN) {
                throw refused(cell, snippet);
            }
        }
        return shown;
    }

    /** Ends what is running, from another thread. */
    void stop() {
        isStopped = true;
        jshell.stop();
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet instanceof ExpressionSnippet || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /** Takes a cell apart. The last piece is not whole if the cell ends before it does. */
    List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        String rest = text;
        while (!rest.isBlank()) {
            rest = rest.stripLeading();
            CompletionInfo info = analysis.analyzeCompletion(rest);
            int start = text.length() - rest.length();
            switch (info.completeness()) {
                case EMPTY -> {
                    return pieces;
                }
                case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, UNKNOWN -> {
                    boolean isClear = info.completeness() != SourceCodeAnalysis.Completeness.UNKNOWN
                            && info.source() != null
                            && info.remaining().length() < rest.length();
                    String source = isClear ? info.source() : rest;
                    String remaining = isClear ? info.remaining() : "";
                    pieces.add(new Piece(source, start, rest.length() - remaining.length(), true));
                    rest = remaining;
                }
                case DEFINITELY_INCOMPLETE -> {
                    pieces.add(new Piece(rest, start, rest.length(), false));
                    return pieces;
                }
            }
        }
        return pieces;
    }

    /** A cell's imports and types alone, each where it was; the whole cell if it can't be taken apart. */
    String declarations(String text) {
        StringBuilder declarations = new StringBuilder();
        for (Piece piece : pieces(text)) {
            String own = text.substring(piece.start(), piece.start() + piece.length());
            List<Snippet> snippets = analysis.sourceToSnippets(piece.text());
            boolean isDeclaration = snippets.stream()
                    .anyMatch(snippet ->
                            snippet.kind() == Snippet.Kind.IMPORT || snippet.kind() == Snippet.Kind.TYPE_DECL);
            boolean isBroken = !piece.isWhole() || !CellText.of(own).types().isEmpty();
            declarations.append(text, declarations.length(), piece.start());
            declarations.append(isDeclaration || isBroken ? own : CellText.blank(own));
        }
        return declarations.append(text.substring(declarations.length())).toString();
    }

    // Completion and documentation.

    /** What could stand at a place, and where it would begin. */
    record Choices(List<String> words, int start) {}

    Choices completions(String text, int cursor) {
        int start = startOfPiece(text, cursor);
        int[] anchor = new int[1];
        List<String> words = analysis.completionSuggestions(text.substring(start), cursor - start, anchor).stream()
                .sorted((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new Choices(words, start + anchor[0]);
    }

    /** Signatures of what stands at a place. */
    List<String> documentation(String text, int cursor) {
        int start = startOfPiece(text, cursor);
        return analysis.documentation(text.substring(start), cursor - start, false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .toList();
    }

    boolean isWhole(String text) {
        return pieces(text).stream().allMatch(Piece::isWhole);
    }

    private int startOfPiece(String text, int cursor) {
        return pieces(text).stream()
                .mapToInt(Piece::start)
                .filter(start -> start <= cursor)
                .max()
                .orElse(0);
    }

    // Words about errors.

    private CellError refused(Cell cell, Snippet snippet) {
        Place place = places.getOrDefault(snippet.id(), new Place(cell, 1));
        List<String> lines = new ArrayList<>();
        for (Diag diag : jshell.diagnostics(snippet).filter(Diag::isError).toList()) {
            String source = snippet.source();
            int at = (int) Math.max(0, Math.min(diag.getPosition(), source.length()));
            String before = source.substring(0, at);
            int column = at - (before.lastIndexOf('\n') + 1);
            List<String> message =
                    diag.getMessage(Locale.ROOT).lines().map(Shell::readable).toList();
            lines.add(cell.name() + ", line " + (place.line() + lineOf(source, at) - 1) + ": " + message.get(0));
            String code =
                    source.lines().skip(lineOf(source, at) - 1L).findFirst().orElse("");
            lines.add("    " + code);
            lines.add("    " + " ".repeat(column) + "^");
            message.stream()
                    .skip(1)
                    .filter(line -> !line.endsWith("location: class "))
                    .forEach(lines::add);
        }
        if (snippet instanceof DeclarationSnippet declaration && lines.isEmpty()) {
            jshell.unresolvedDependencies(declaration).forEach(what -> lines.addAll(missing(place, snippet, what)));
        }
        if (lines.isEmpty()) {
            lines.add(cell.name() + " does not compile.");
        } else if (lines.get(0).contains("reached end of file")) {
            lines.add("Look for a brace, a bracket or a quote that is not closed.");
        }
        return new CellError(lines);
    }

    /** Says what a declaration names and nobody declares, such as {@code variable Matrx}. */
    private static List<String> missing(Place place, Snippet snippet, String what) {
        String name = what.substring(what.lastIndexOf(' ') + 1).replaceAll("\\(.*", "");
        Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(CellText.of(snippet.source()).code());
        if (!found.find()) {
            return List.of(place.cell().name() + ": cannot find " + what);
        }
        int line = lineOf(snippet.source(), found.start());
        int column = found.start() - (snippet.source().lastIndexOf('\n', found.start()) + 1);
        return List.of(
                place.cell().name() + ", line " + (place.line() + line - 1) + ": cannot find " + what,
                "    " + snippet.source().lines().skip(line - 1L).findFirst().orElse(""),
                "    " + " ".repeat(column) + "^");
    }

    /** JShell's own wrapping of cells says nothing to anybody. */
    private static String readable(String words) {
        return words.replaceAll("REPL\\.\\$JShell\\$\\w+\\.?", "").replaceAll("\\bclass \\$JShell\\$\\w+", "this cell");
    }

    private CellError thrown(JShellException exception) {
        List<String> lines = new ArrayList<>();
        if (exception instanceof UnresolvedReferenceException unresolved) {
            Place place = places.get(unresolved.getSnippet().id());
            lines.add(unresolved.getSnippet().name() + " was declared, but does not compile"
                    + (place == null ? "." : ": see " + place.cell().name() + "."));
            return new CellError(lines);
        }
        EvalException thrown = (EvalException) exception;
        lines.add(simpleName(thrown.getExceptionClassName())
                + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage()));
        if (thrown.getExceptionClassName().equals("gradus.jupyter.LabError")) {
            return new CellError(String.valueOf(thrown.getMessage()).lines().toList());
        }
        StackTraceElement[] frames = thrown.getStackTrace();
        Stream.of(frames)
                .flatMap(frame -> frame(frame).stream())
                .distinct()
                .limit(MAX_FRAMES)
                .forEach(lines::add);
        if (thrown.getCause() instanceof EvalException cause) {
            lines.add("Caused by " + thrown(cause).lines().get(0));
        }
        return new CellError(lines);
    }

    /** A frame in a cell with its line; one of a library as it is; those of the lab and JShell not at all. */
    private List<String> frame(StackTraceElement frame) {
        String file = String.valueOf(frame.getFileName());
        Place place = file.startsWith("#") ? places.get(file.substring(1)) : null;
        if (file.equals("#null") || place == null && file.startsWith("#")) {
            place = next;
        }
        if (place != null) {
            int line = place.line() + frame.getLineNumber() - 1;
            String method =
                    frame.getMethodName().isEmpty() || frame.getMethodName().contains("do_it$")
                            ? ""
                            : " in " + frame.getMethodName();
            String code = place.cell()
                    .text()
                    .text()
                    .lines()
                    .skip(line - 1L)
                    .findFirst()
                    .orElse("");
            return List.of("  at " + place.cell().name() + ", line " + line + method + ":  " + code.strip());
        }
        String name = frame.getClassName();
        boolean isOurs = name.startsWith("gradus.jupyter.kernel.")
                || name.startsWith("REPL.")
                || name.startsWith("jdk.jshell.")
                || name.startsWith("jdk.internal.reflect.")
                || name.startsWith("java.lang.reflect.")
                || name.equals("java.lang.Thread");
        return isOurs ? List.of() : List.of("  at " + frame);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replaceAll("^\\$JShell\\$\\w+\\$", "");
    }

    private static int lineOf(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    @Override
    public void close() {
        jshell.close();
    }

    /** Gives JShell the execution that is ours. */
    private record Engine(DirectExecutionControl execution) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "gradus";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }
}
