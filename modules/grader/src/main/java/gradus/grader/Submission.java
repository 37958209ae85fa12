package gradus.grader;

import gradus.grader.room.RoomClasses;
import gradus.grader.source.Compilation;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be graded.
 *
 * @param file the file to name in messages
 * @param sources the room's files as the learner has them
 * @param solved the learner's files of prerequisites that they solved; references stand in for all others
 * @param compiled class files by binary name, where there are no sources to compile; else nothing
 */
public record Submission(Path file, List<Source> sources, List<Source> solved, Map<String, byte[]> compiled) {
    /** A submission of source files. */
    public Submission(Path file, List<Source> sources, List<Source> solved) {
        this(file, sources, solved, Map.of());
    }

    /** A submission that stands on references alone. */
    public Submission(Path file, List<Source> sources) {
        this(file, sources, List.of());
    }

    /** The classes that the room stands on: the learner's where they solved a prerequisite and it still compiles. */
    Map<String, byte[]> prerequisites(RoomClasses room, List<Path> classPath) {
        if (solved.isEmpty()
                || !(Compiler.compile(solved, classPath, room.prerequisites())
                        instanceof Compilation.Compiled compiled)) {
            return room.prerequisites();
        }
        return RoomClasses.together(room.prerequisites(), compiled.files());
    }
}
