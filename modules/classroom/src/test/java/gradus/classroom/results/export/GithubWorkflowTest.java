package gradus.classroom.results.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.classroom.results.MadeUpClass;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What learners' repositories do on each push. */
class GithubWorkflowTest {
    @Test
    @DisplayName("the workflow checks each assigned room, also after one that is not solved")
    void workflow() {
        assertEquals("""
                # Checks week-3 on each push. What counts is the run of your instructor, with checks that are not here.
                name: week-3
                on: [push, workflow_dispatch]
                permissions:
                  contents: read
                concurrency:
                  group: ${{ github.workflow }}-${{ github.ref }}
                  cancel-in-progress: true
                jobs:
                  check:
                    runs-on: ubuntu-latest
                    timeout-minutes: 20
                    steps:
                      - uses: actions/checkout@v4
                      - uses: actions/setup-java@v4
                        with:
                          distribution: temurin
                          java-version: '17'
                      - name: pca
                        if: ${{ !cancelled() }}
                        run: sh ./gradus check pca
                      - name: k-means
                        if: ${{ !cancelled() }}
                        run: sh ./gradus check k-means
                """, GithubWorkflow.of(MadeUpClass.ASSIGNMENT, List.of("pca", "k-means")));
    }
}
