package gradus.classroom.results.export;

import gradus.classroom.Assignment;
import java.util.List;

/**
 * A workflow for learners' repositories that hold the pack: on each push, GitHub checks the assigned rooms and shows a
 * cross at the commit while points are missing. It has the pack's own checks, so it tells learners where they are; what
 * counts is the class run.
 *
 * <p>Source: GitHub, <i>Workflow syntax for GitHub Actions</i>; {@code actions/setup-java}.
 */
public final class GithubWorkflow {
    /** Where it belongs in a repository. */
    public static final String FILE = ".github/workflows/check.yml";

    private static final String HEAD = """
            # Checks %s on each push. What counts is the run of your instructor, with checks that are not here.
            name: %s
            on: [push, workflow_dispatch]
            permissions:
              contents: read
            concurrency:
              group: ${{ github.workflow }}-${{ github.ref }}
              cancel-in-progress: true
            jobs:
              check:
                runs-on: ubuntu-latest
                timeout-minutes: %d
                steps:
                  - uses: actions/checkout@v4
                  - uses: actions/setup-java@v4
                    with:
                      distribution: temurin
                      java-version: '17'
            """;

    private static final String STEP = """
                  - name: %1$s
                    if: ${{ !cancelled() }}
                    run: sh ./gradus check %1$s
            """;

    private static final int MINUTES = 10;
    private static final int MINUTES_PER_ROOM = 5;

    private GithubWorkflow() {}

    /**
     * Writes the workflow of an assignment. The launcher is started by a shell, because who commits in Windows loses
     * its permission to be started.
     *
     * @param rooms the assigned ones, each after those it stands on: a room uses what was found right before
     */
    public static String of(Assignment assignment, List<String> rooms) {
        int minutes = MINUTES + MINUTES_PER_ROOM * rooms.size();
        StringBuilder text = new StringBuilder(String.format(HEAD, assignment.id(), assignment.id(), minutes));
        rooms.forEach(room -> text.append(String.format(STEP, room)));
        return text.toString();
    }
}
