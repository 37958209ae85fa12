package gradus.cli;

import gradus.cli.daemon.Call;
import gradus.datasets.Manifest;
import gradus.grader.room.Checkout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs commands of this lab on a workspace of their own, and keeps what they said. */
final class Terminal {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private @Nullable Manifest manifest;
    private boolean isTerminal;
    private String input = "";
    private String out = "";
    private String err = "";

    Terminal(Path workspace) {
        this(Checkout.homeOf(Path.of("")), workspace);
    }

    Terminal(Path home, Path workspace) {
        this.home = home;
        environment.put("GRADUS_WORKSPACE", workspace.toString());
        environment.remove("NO_COLOR");
    }

    /** Behaves as a terminal at which someone types. */
    Terminal typing(String text) {
        isTerminal = true;
        input = text;
        return this;
    }

    Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Knows these data sets instead of the lab's. */
    Terminal with(Manifest other) {
        manifest = other;
        return this;
    }

    int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        Session session = new Session(
                home,
                new Call(List.of(arguments), Path.of("").toAbsolutePath(), environment, isTerminal, "./gradus"),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        if (manifest != null) {
            session.useManifest(manifest);
        }
        int code = Main.run(session, arguments);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
