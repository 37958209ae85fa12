package gradus.grader.workspace;

import gradus.grader.Submission;

/** What came of reading a learner's files. */
public sealed interface Reading {
    record Read(Submission submission) implements Reading {}

    /** @param reason one sentence that names the file */
    record Unreadable(String reason) implements Reading {}
}
