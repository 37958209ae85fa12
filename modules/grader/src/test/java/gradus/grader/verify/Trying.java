package gradus.grader.verify;

import gradus.catalogue.Room;
import gradus.grader.FixtureLab;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import gradus.grader.worker.Equipment;
import java.util.List;
import java.util.Map;

/** Learners' code of one room, compiled and held against the rules. */
final class Trying {
    private static final String HEAD = """
            package fixtures.mean;

            final class Attempt {
                static <T> Object attempt(T given) throws Throwable {
            """;

    private final Checkout checkout;
    private final Room room;
    private final RoomClasses classes;

    private Trying(Checkout checkout, Room room) {
        this.checkout = checkout;
        this.room = room;
        this.classes = RoomClasses.of(checkout, room);
    }

    static Trying in(FixtureLab lab) {
        return new Trying(lab.checkout(), lab.room("mean"));
    }

    /** What is refused of a statement, which stands in line 5. */
    List<Refusal> statement(String statement) {
        return source(HEAD + statement + "\nreturn null;\n}\n}\n");
    }

    /** What is refused of a member of a class, which stands in line 5. */
    List<Refusal> member(String member) {
        return source("package fixtures.mean;\n\nfinal class Attempt {\n\n" + member + "\n}\n");
    }

    /** What is refused of a whole file. */
    List<Refusal> source(String text) {
        return source("Attempt.java", text);
    }

    /** What is refused of a whole file with a name of its own. */
    List<Refusal> source(String fileName, String text) {
        Source source = new Source("fixtures/mean/" + fileName, text);
        return Verifier.of(checkout, room, classes).refusals(compile(source), List.of(source));
    }

    /** What is refused of class files. */
    List<Refusal> files(Map<String, byte[]> files) {
        return Verifier.of(checkout, room, classes).refusals(files, List.of());
    }

    private Map<String, byte[]> compile(Source source) {
        Equipment equipment = Equipment.of(room, classes.libraries(), checkout.device());
        Compilation compilation = Compiler.compile(List.of(source), equipment.classPath(), classes.prerequisites());
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.files();
        }
        throw new IllegalArgumentException(((Compilation.Broken) compilation).inWords());
    }
}
