package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MistakesTest {
    private static final String FOLDER = Checkout.folder("decompositions", "pca");
    private static final String FILE = FOLDER + "/mistakes.yaml";
    private static final String BATCH_MEAN = """
            - id: batch-mean
              title: centres with the batch being transformed
              replace: Matrix.minusRow(X, mean)
              with: Matrix.minusRow(X, Matrix.columnMeans(X))
              fails: [transformUsesTheTrainingMean]
              says: Your transform re-centres every batch. One sample alone always scores 0.
            """;

    @TempDir
    private Path home;

    private Checkout checkout;

    @BeforeEach
    void buildTheRoom() {
        checkout = Checkout.in(home).build("decompositions", "pca", "").write(FOLDER + "/Pca.java", "");
    }

    @Test
    void aRoomWithoutMistakesHasNone() {
        assertEquals(List.of(), mistakes());
    }

    @Test
    void aMistakeChangesTheOnlySource() {
        checkout.write(FILE, BATCH_MEAN);
        assertEquals(
                List.of(new Mistake(
                        "batch-mean",
                        "centres with the batch being transformed",
                        "Pca.java",
                        "Matrix.minusRow(X, mean)",
                        "Matrix.minusRow(X, Matrix.columnMeans(X))",
                        List.of("transformUsesTheTrainingMean"),
                        "Your transform re-centres every batch. One sample alone always scores 0.")),
                mistakes());
    }

    @Test
    void codeIsKeptAsWritten() {
        mistake("with: Matrix.minusRow(X, Matrix.columnMeans(X))", "with: null");
        assertEquals("null", mistakes().get(0).with());
        mistake("with: Matrix.minusRow(X, Matrix.columnMeans(X))", "with: 0");
        assertEquals("0", mistakes().get(0).with());
        mistake("with: Matrix.minusRow(X, Matrix.columnMeans(X))", "with: ''");
        assertEquals("", mistakes().get(0).with());
        mistake("replace: Matrix.minusRow(X, mean)", "replace: |\n    int a;\n      int b;");
        assertEquals("int a;\n  int b;\n", mistakes().get(0).replace());
    }

    @Test
    void aMistakeNamesTheSourceWhereThereAreSeveral() {
        checkout.write(FOLDER + "/Whitening.java", "").write(FILE, BATCH_MEAN);
        assertRefused(1, "the key 'file' is missing; the room's sources are Pca.java, Whitening.java");
        mistake("replace:", "file: Whitening.java\n  replace:");
        assertEquals("Whitening.java", mistakes().get(0).file());
        mistake("replace:", "file: PcaTest.java\n  replace:");
        assertRefused(3, "file must be one of Pca.java, Whitening.java, but was 'PcaTest.java'");
    }

    @Test
    void mistakesAreComplete() {
        checkout.write(FILE, BATCH_MEAN + BATCH_MEAN);
        assertRefused(7, "two mistakes have the id 'batch-mean'; give one another id");
        mistake("[transformUsesTheTrainingMean]", "[]");
        assertRefused(5, "fails must name at least one check");
        mistake("fails: [transformUsesTheTrainingMean]", "");
        assertRefused(1, "the key 'fails' is missing");
        mistake("replace: Matrix.minusRow(X, mean)", "replace: ''");
        assertRefused(3, "replace must be text, but was empty");
        mistake("with: Matrix.minusRow(X, Matrix.columnMeans(X))", "with:");
        assertRefused(4, "with must be text, but was empty");
        mistake("- id: batch-mean", "- id: batch-mean\n  points: 3");
        assertRefused(2, "unknown key 'points'; the keys here are id, title, file, replace, with, fails, says");
        checkout.write(FILE, "id: batch-mean\n");
        assertRefused(1, "the file must be a list, but was a mapping");
    }

    private List<Mistake> mistakes() {
        return checkout.room("pca").mistakes();
    }

    private void mistake(String from, String to) {
        checkout.write(FILE, BATCH_MEAN.replace(from, to));
    }

    private void assertRefused(int line, String problem) {
        checkout.assertRefused(FILE + ":" + line, problem, this::mistakes);
    }
}
