package gradus.classroom.command;

import com.google.gson.JsonElement;
import gradus.classroom.FullDisk;
import gradus.classroom.Trouble;
import gradus.cli.Console;
import gradus.cli.ExitCode;
import gradus.grader.sandbox.NoSandbox;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A command for a class. Exit code 0: all is done; 1: something is left, which is named; 2: something is in the way.
 */
abstract class ClassAction implements Callable<Integer> {
    private final ClassSession session;

    @Mixin
    private ClassSession.Place place = new ClassSession.Place();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ClassAction(ClassSession session) {
        this.session = session;
    }

    /** Does it, and returns the exit code. */
    abstract int run() throws IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        session.at(place);
        try {
            return run();
        } catch (Trouble | NoSandbox e) {
            console().complain(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            console()
                    .complain(
                            FullDisk.isBehind(e)
                                    ? "The disk is full. Nothing that was there is lost: make room, and start this again."
                                    : "A file cannot be read or written: " + e.getMessage());
        }
        return ExitCode.USAGE;
    }

    ClassSession session() {
        return session;
    }

    Console console() {
        return session.console();
    }

    /** Says what was done: to programs, or to people. */
    void answer(JsonElement forPrograms, Runnable forPeople) {
        if (json) {
            console().json(forPrograms);
        } else {
            forPeople.run();
        }
    }

    boolean isJson() {
        return json;
    }
}
