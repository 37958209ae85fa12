package gradus.jupyter.kernel;

import gradus.catalogue.Room;
import gradus.grader.source.Source;
import gradus.jupyter.Desk;
import gradus.jupyter.Handed;
import gradus.jupyter.Host;
import gradus.jupyter.LabError;
import gradus.jupyter.show.Display;
import gradus.jupyter.show.Displays;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.kernel.util.TextColor;
import org.jspecify.annotations.Nullable;

/** The kernel <i>Java (Gradus)</i>. */
final class NotebookKernel extends BaseKernel implements Host {
    private static final int MILLISECONDS = 100;

    private final CompletableFuture<Shell> opening = CompletableFuture.supplyAsync(Shell::new);
    private final Cells cells = new Cells(this::shell);
    private final Magics magics;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "output");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Desk desk;
    private final AtomicReference<@Nullable String> progressId = new AtomicReference<>();

    NotebookKernel(Path home) {
        super(
                "gradus",
                "0.1.0",
                new LanguageInfo.Builder("java")
                        .version(System.getProperty("java.specification.version"))
                        .mimetype("text/x-java-source")
                        .fileExtension(".java")
                        .pygments("java")
                        .codemirror("text/x-java")
                        .build(),
                List.of(new HelpLink("Java", "https://docs.oracle.com/en/java/javase/17/docs/api/")),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                new MagicParser("(?<=(?:\\r?\\n)|^)\\s*%", "%%", new MagicTranspiler()),
                new MagicsRegistry(),
                false,
                new StringStyler.Builder()
                        .addPrimaryStyle(TextColor.BOLD_RESET_FG)
                        .build());
        magics = new Magics(home, this);
    }

    /** Counts a cell that does not come from Jupyter. */
    void count() {
        executionCount.incrementAndGet();
    }

    /** Lets the lab answer what cells ask. */
    void serve(Desk lab) {
        desk = lab;
    }

    /** JShell takes a second to open, in which Jupyter connects. */
    private Shell shell() {
        return opening.join();
    }

    // Running cells.

    @Override
    public @Nullable DisplayData eval(String text) {
        Object value = evalRaw(text);
        return value == null ? null : data(Displays.of(value).orElseGet(() -> Display.of(String.valueOf(value))));
    }

    @Override
    public @Nullable Object evalRaw(String text) {
        Cell cell = new Cell(executionCount.get() - 1, CellText.of(text));
        try {
            Cell code = magics.run(cell);
            cells.add(code);
            return shell().run(code);
        } catch (LabError e) {
            throw new CellError(String.valueOf(e.getMessage()).lines().toList());
        }
    }

    @Override
    protected void replaceOutputStreams(ShellReplyEnvironment reply) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        CellOutput printed = new CellOutput(reply::writeToStdOut);
        CellOutput complained = new CellOutput(reply::writeToStdErr);
        System.setOut(new PrintStream(printed, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, false, StandardCharsets.UTF_8));
        InputStream in = System.in;
        System.setIn(io.in);
        ScheduledFuture<?> sending = clock.scheduleWithFixedDelay(
                () -> {
                    printed.send();
                    complained.send();
                },
                MILLISECONDS,
                MILLISECONDS,
                TimeUnit.MILLISECONDS);
        reply.defer(() -> {
            sending.cancel(false);
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
            printed.close();
            complained.close();
        });
    }

    @Override
    public void interrupt() {
        if (desk != null) {
            desk.cancel();
        }
        shell().stop();
    }

    @Override
    public List<String> formatError(Throwable thrown) {
        return thrown instanceof CellError error ? error.lines() : List.of("The kernel itself failed: " + thrown);
    }

    // Help while typing.

    @Override
    public ReplacementOptions complete(String text, int place) {
        int cursor = text.offsetByCodePoints(0, Math.min(place, text.codePointCount(0, text.length())));
        Shell.Choices choices = shell().completions(text, cursor);
        return new ReplacementOptions(
                choices.words(), text.codePointCount(0, Math.min(choices.start(), text.length())), place);
    }

    @Override
    public @Nullable DisplayData inspect(String text, int place, boolean detail) {
        int cursor = text.offsetByCodePoints(0, Math.min(place, text.codePointCount(0, text.length())));
        List<String> signatures = shell().documentation(text, cursor);
        return signatures.isEmpty() ? null : data(Display.of(String.join("\n", signatures)));
    }

    @Override
    public String isComplete(String text) {
        return shell().isWhole(text) ? IS_COMPLETE_YES : "    ";
    }

    // What the lab wants of its kernel.

    @Override
    public Handed handed(Room room, List<Source> files) {
        return cells.handed(room, files);
    }

    @Override
    public void addToClassPath(List<Path> entries) {
        shell().addToClassPath(entries);
    }

    @Override
    public void show(Display display) {
        display(data(display));
    }

    @Override
    public void say(String line) {
        System.out.println(line);
    }

    @Override
    public void progress(String line) {
        String id = progressId.get();
        if (id == null && !line.isEmpty()) {
            id = UUID.randomUUID().toString();
            progressId.set(id);
            DisplayData first = data(Display.of(line));
            first.setDisplayId(id);
            io.display.display(first);
        } else if (id != null) {
            io.display.updateDisplay(id, data(Display.of(line)));
            progressId.set(line.isEmpty() ? null : id);
        }
    }

    private static DisplayData data(Display display) {
        DisplayData data = new DisplayData();
        display.rich().forEach(data::putData);
        data.putText(display.plain());
        return data;
    }
}
