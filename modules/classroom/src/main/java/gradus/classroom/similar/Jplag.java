package gradus.classroom.similar;

import gradus.classroom.Trouble;
import gradus.datasets.Sha256;
import gradus.kit.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * JPlag, which compares programs. It is under the GPL, so it is no part of Gradus: neither on a class path of the lab
 * nor in what the lab is distributed with. Whoever wants it fetches it, and it runs in a process of its own.
 *
 * @param folder where its files are, or would be
 */
public record Jplag(Path folder) {
    /** Runs on Java 17; versions from 5.0 on need Java 21. */
    public static final String VERSION = "4.3.0";

    public static final String LICENCE = "GNU General Public License v3.0 (https://www.gnu.org/licenses/gpl-3.0.txt)";
    public static final String LICENCES_BESIDE = "Apache License 2.0 (commons-math3), MIT (slf4j-api)";
    public static final String SOURCE = "https://github.com/jplag/JPlag";

    /** Its files as Maven Central has them. */
    static final List<Artifact> ARTIFACTS = List.of(
            new Artifact(
                    "de.jplag",
                    "jplag",
                    VERSION,
                    167_329,
                    "c052d05f04c56a12389c5daff0b7bce9c0614019e4b7e1007db14b95c97c929a"),
            new Artifact(
                    "de.jplag",
                    "java",
                    VERSION,
                    16_516,
                    "5c060fb8cd4d85ba9abda29bbd574544a6ae6f6d53be8688a8926493a4485e96"),
            new Artifact(
                    "de.jplag",
                    "language-api",
                    VERSION,
                    14_184,
                    "595b5148ab334e85bfcc2593366d9d959ca4dec92168b49dd04c6ef0391e3247"),
            new Artifact(
                    "org.apache.commons",
                    "commons-math3",
                    "3.6.1",
                    2_213_560,
                    "1e56d7b058d28b65abd256b8458e3885b674c1d588fa43cd7d1cbb9c7ef2b308"),
            new Artifact(
                    "org.slf4j",
                    "slf4j-api",
                    "2.0.7",
                    63_635,
                    "5d6298b93a1905c32cda6478808ac14c2d4a47e91535e53c41f7feeb85d946f4"));

    /**
     * A file of it.
     *
     * @param bytes its size
     * @param sha256 in hexadecimal digits
     */
    record Artifact(String group, String name, String version, long bytes, String sha256) {
        String file() {
            return name + "-" + version + ".jar";
        }

        /** Whether the file of that name in a folder is this one, bit by bit. */
        boolean isIn(Path folder) throws IOException {
            Path file = folder.resolve(file());
            return Files.isRegularFile(file) && Files.size(file) == bytes && sha256.equals(Sha256.of(file));
        }
    }

    /** Where a process with these settings keeps it: in {@code programs} of {@link CacheFolder}. */
    public static Jplag of(Properties properties, Map<String, String> environment) {
        return new Jplag(CacheFolder.of(properties, environment)
                .resolve("programs/jplag-" + VERSION)
                .toAbsolutePath());
    }

    /** What is to be downloaded, in bytes. */
    public static long bytes() {
        return ARTIFACTS.stream().mapToLong(Artifact::bytes).sum();
    }

    /** How many files are to be downloaded. */
    public static int files() {
        return ARTIFACTS.size();
    }

    /**
     * Whether it is here.
     *
     * @throws Trouble if what is here is not what was published
     */
    public boolean isHere() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        for (Artifact artifact : ARTIFACTS) {
            if (!artifact.isIn(folder)) {
                throw new Trouble(folder.resolve(artifact.file())
                        + " is absent, or is not what was published. Delete the folder " + folder
                        + ", and JPlag can be fetched again.");
            }
        }
        return true;
    }

    /** The files that its process needs. */
    List<Path> jars() {
        return ARTIFACTS.stream()
                .map(artifact -> folder.resolve(artifact.file()))
                .toList();
    }
}
