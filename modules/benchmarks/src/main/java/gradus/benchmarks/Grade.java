package gradus.benchmarks;

import gradus.catalogue.Room;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.compiler.SandboxedCompiler;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Confinement;
import gradus.grader.sandbox.NoSandbox;
import gradus.grader.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Grades files as a class run does, one after the other: with all checks, hidden ones too, each file in a new sandboxed
 * worker. Arguments are a limit in seconds for one check, then files; prints the outcome of each, and its seconds.
 */
public final class Grade {
    private Grade() {}

    public static void main(String[] arguments) throws IOException {
        Checkout checkout = Checkout.open(Path.of(System.getProperty("gradus.home", "")));
        Room pca = (Room) checkout.roadmap().entry(PcaWorkspace.ROOM).orElseThrow();
        Duration check = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Room room = pca.with(pca.limits().withCheck(check));
        RoomClasses classes = RoomClasses.of(checkout, room);
        List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden()));
        Settings settings = Settings.quick(1).bound().confined(Confinement.SANDBOXED);
        try (SandboxedCompiler compiler = new SandboxedCompiler()) {
            Judge judge = new Judge(checkout, null, compiler);
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                Source source = new Source("decompositions/pca/Pca.java", Files.readString(Path.of(file)));
                long start = System.nanoTime();
                Outcome outcome =
                        judge.check(room, classes, checks, new Submission(Path.of(file), List.of(source)), settings);
                System.out.println(outcome.word() + " " + (System.nanoTime() - start) / 1e9);
            }
        } catch (NoSandbox e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
