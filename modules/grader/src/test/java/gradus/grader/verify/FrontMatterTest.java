package gradus.grader.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.grader.FixtureLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a room's front matter opens and closes. */
class FrontMatterTest {
    private static final String ANSWER =
            " is not allowed in a room: here it would be the answer. Write that part yourself.";

    @TempDir
    Path folder;

    private Trying with(String key, String entries) {
        FixtureLab lab = FixtureLab.copyTo(folder);
        lab.edit("mean", "README.md", key + ": []", key + ": [" + entries + "]");
        return Trying.in(lab);
    }

    private static List<String> words(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::inWords).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "java.util.Arrays.sort           | java.util.Arrays.sort(new int[2]);                     | Arrays.sort",
                "java.util.Arrays.sort           | java.util.function.Consumer<int[]> f = java.util.Arrays::sort; | Arrays.sort",
                "'java.util.Arrays.sort(int[])'  | java.util.Arrays.sort(new int[2]);                     | Arrays.sort",
                "java.util.TreeMap               | new java.util.TreeMap<String, String>();               | new TreeMap",
                "java.util.TreeMap               | Object o = (java.util.TreeMap<?, ?>) given;            | TreeMap",
                "java.util.Map.Entry             | Object o = ((java.util.Map.Entry<?, ?>) given);        | Map.Entry",
                "java.util.stream.*              | java.util.List.of(1).stream().count();                 | Stream.count",
                "java.util.Random.new            | new java.util.Random(1);                               | new Random",
                "java.util.List.sort             | new java.util.ArrayList<String>().sort(null);          | ArrayList.sort",
                "java.util.Collection.stream     | new java.util.ArrayList<String>().stream();            | Collection.stream",
                "java.lang.Math.PI               | double pi = Math.sin(1);                               | ",
                "java.lang.Math.sin              | double pi = Math.sin(1);                               | Math.sin",
                "gradus.kit.Matrix.times         | gradus.kit.Matrix.times(2, new double[1][1]);          | Matrix.times",
                "java.util.Arrays.sort           | java.util.Arrays.fill(new int[2], 1);                  | ",
                "'java.util.Arrays.sort(long[])' | java.util.Arrays.sort(new int[2]);                     | ",
                "java.util.Random.new            | Object o = given instanceof java.util.Random;          | ",
            })
    void refusesCloses(String refuses, String statement, String member) {
        List<String> expected = member == null ? List.of() : List.of("Attempt.java:5: " + member + ANSWER);

        assertEquals(expected, words(with("refuses", refuses).statement(statement)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "threads    | Thread t = new Thread(() -> {}); t.start(); t.join();",
                "threads    | var pool = java.util.concurrent.Executors.newFixedThreadPool(2); pool.submit(() -> 1).get(); pool.shutdown();",
                "threads    | synchronized (given) { given.wait(1); given.notifyAll(); }",
                "threads    | java.util.stream.IntStream.range(0, 9).parallel().sum();",
                "threads    | Thread.sleep(1); java.util.concurrent.TimeUnit.SECONDS.sleep(1);",
                "temp-files | var file = java.nio.file.Files.createTempFile(\"a\", \"b\"); java.nio.file.Files.writeString(file, \"x\");",
                "temp-files | if (java.nio.file.Files.exists(java.nio.file.Files.createTempFile(\"a\", \"b\"))) { }",
                "temp-files | var in = java.nio.file.Files.createTempDirectory(\"a\").resolve(\"b\"); java.nio.file.Files.lines(in).count();",
                "jdbc       | try (var c = java.sql.DriverManager.getConnection(\"jdbc:x\")) { c.createStatement().executeQuery(\"\"); }",
                "loopback   | new java.net.ServerSocket(0).accept().getInputStream().read();",
            })
    void grantsOpen(String grant, String statement) {
        assertEquals(List.of(), with("grants", grant).statement(statement));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "threads    | Thread.currentThread().getContextClassLoader(); | Thread.getContextClassLoader",
                "threads    | Thread.setDefaultUncaughtExceptionHandler(null); | Thread.setDefaultUncaughtExceptionHandler",
                "threads    | System.exit(1); | System.exit",
                "temp-files | java.nio.file.Path.of(\"x\"); | Path.of",
                "temp-files | new java.io.FileReader(\"x\"); | new FileReader",
                "temp-files | java.nio.file.Files.createSymbolicLink(null, null); | Files.createSymbolicLink",
                "loopback   | java.net.InetAddress.getByName(\"x\"); | InetAddress.getByName",
                "loopback   | new java.net.URL(\"x\").openStream(); | new URL",
                "jdbc       | new Thread(); | new Thread",
            })
    void aGrantOpensNoMore(String grant, String statement, String member) {
        assertEquals(
                List.of(member),
                with("grants", grant).statement(statement).stream()
                        .map(Refusal::member)
                        .toList());
    }

    @Test
    void severalOfBoth() {
        FixtureLab lab = FixtureLab.copyTo(folder);
        lab.edit("mean", "README.md", "grants: []", "grants: [threads, temp-files]");
        lab.edit("mean", "README.md", "refuses: []", "refuses: [java.lang.Thread.sleep]");
        Trying trying = Trying.in(lab);

        assertEquals(List.of(), trying.statement("new Thread(); java.nio.file.Files.createTempFile(\"a\", \"b\");"));
        assertEquals(List.of("Attempt.java:5: Thread.sleep" + ANSWER), words(trying.statement("Thread.sleep(1);")));
    }

    @Test
    void ofNd4jArraysMayBeUsedButNoFiles() throws IOException {
        Files.copy(Path.of("../../pom.xml"), folder.resolve("pom.xml"));
        Trying arrays = with("libraries", "'org.nd4j:nd4j-native', 'org.nd4j:nd4j-api'");

        assertEquals(
                List.of(),
                words(arrays.statement("try (var a = org.nd4j.linalg.factory.Nd4j.rand(2, 2)) {"
                        + " a.get(org.nd4j.linalg.indexing.NDArrayIndex.point(0)).subi(a.meanNumber()); }")));
        assertEquals(
                List.of(
                        "Attempt.java:5: Nd4j.readTxt is not allowed in a room: a room's code works without files. The data"
                                + " are arguments, or come from gradus.datasets.Datasets."),
                words(arrays.statement("org.nd4j.linalg.factory.Nd4j.readTxt(\"x\");")));
        assertEquals(
                List.of(
                        "Attempt.java:5: new DataSet is not allowed in a room: it is more of ND4J than arrays. Use Nd4j,"
                                + " INDArray, NDArrayIndex and Transforms."),
                words(arrays.statement("new org.nd4j.linalg.dataset.DataSet();")));
    }
}
