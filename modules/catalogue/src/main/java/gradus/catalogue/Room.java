package gradus.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A room that is built: the front matter of its README.md, and the files beside it. Files are listed and read when they
 * are asked for; a file that breaks a rule is a {@link CatalogueException}.
 *
 * @param chapter id of its chapter
 * @param folder where its files lie
 * @param level 1 (an hour) to 5 (a long weekend)
 * @param minutes how long it takes
 * @param requires ids of the rooms it stands on, all built
 * @param datasets names of the data sets it reads
 * @param libraries what a learner may use beyond java.base and the kit
 * @param grants what the verifier and the sandbox allow: temp-files, threads, jdbc, loopback
 * @param stages its parts, the first one numbered 1
 * @param jvm flags and environment of the worker
 * @param refuses library calls that would be the answer
 */
public record Room(
        String id,
        String title,
        String chapter,
        Path folder,
        int level,
        int minutes,
        List<String> requires,
        List<String> datasets,
        List<String> libraries,
        List<String> grants,
        List<Stage> stages,
        Limits limits,
        List<String> jvm,
        List<String> refuses)
        implements Entry {

    /** The same room with other limits. */
    public Room with(Limits other) {
        return new Room(
                id, title, chapter, folder, level, minutes, requires, datasets, libraries, grants, stages, other, jvm,
                refuses);
    }

    /** The Java package of its files, for example {@code linearalgebra.vectorops}. */
    public String packageName() {
        return packagePart(chapter) + "." + packagePart(id);
    }

    /** What the learner is asked to do: README.md below its front matter, in Markdown. */
    public String statement() {
        return FrontMatter.of(folder).statement();
    }

    /** The steps of its hint ladder, in Markdown; none if there is no hints.md. */
    public List<String> hints() {
        Path file = folder.resolve("hints.md");
        return Files.exists(file) ? Hints.read(file) : List.of();
    }

    /** Its mistakes; none if there is no mistakes.yaml. */
    public List<Mistake> mistakes() {
        Path file = folder.resolve("mistakes.yaml");
        return Files.exists(file) ? Mistakes.read(file, sources()) : List.of();
    }

    /** Mutants of its reference that no check can notice; none if there is no mutants.yaml. */
    public List<EquivalentMutant> equivalentMutants() {
        Path file = folder.resolve("mutants.yaml");
        return Files.exists(file) ? EquivalentMutants.read(file) : List.of();
    }

    /** The files a learner writes, by name: every Java file that is no check, figure or package-info. */
    public List<Path> sources() {
        return files(
                ".java",
                name -> !name.endsWith("Test.java")
                        && !name.endsWith("Figure.java")
                        && !name.equals("package-info.java"));
    }

    /** The checks that learners see, by name. */
    public List<Path> checks() {
        return files(".java", name -> name.endsWith("Test.java") && !name.endsWith("HiddenTest.java"));
    }

    /** The checks of class runs only, by name. */
    public List<Path> hiddenChecks() {
        return files(".java", name -> name.endsWith("HiddenTest.java"));
    }

    /** The class files of its reference, by name; some only in a learners' pack, where its sources are not. */
    public List<Path> classFiles() {
        return files(".class", name -> true);
    }

    /** Its figure, if it has one. */
    public Optional<Path> figure() {
        List<Path> figures = files(".java", name -> name.endsWith("Figure.java"));
        if (figures.size() > 1) {
            throw new CatalogueException(
                    folder,
                    String.format(
                            "a room has one figure, but here are %s and %s",
                            figures.get(0).getFileName(), figures.get(1).getFileName()));
        }
        return figures.stream().findFirst();
    }

    static String packagePart(String id) {
        return id.replace("-", "");
    }

    private List<Path> files(String ending, Predicate<String> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CatalogueException(folder, "this folder cannot be read", e);
        }
    }
}
