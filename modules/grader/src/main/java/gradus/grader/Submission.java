package gradus.grader;

import gradus.grader.source.Source;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be graded.
 *
 * @param file the file to name in messages
 * @param sources the room's files as the learner has them
 */
public record Submission(Path file, List<Source> sources) {}
