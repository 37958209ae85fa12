package gradus.classroom.similar;

import gradus.classroom.Folders;
import gradus.classroom.Trouble;
import gradus.grader.room.BrokenRoom;
import gradus.grader.room.Checkout;
import gradus.grader.room.Maven;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fetches JPlag with the Maven of this machine, so that its mirrors and proxies count. Each file is compared with what
 * was published before any of them is where it is looked for.
 */
public final class JplagFetch {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>gradus</groupId>
                <artifactId>gradus</artifactId>
                <version>%s</version>
                <relativePath>%s</relativePath>
              </parent>
              <artifactId>jplag-fetched</artifactId>
              <packaging>pom</packaging>
              <dependencies>
            %s
              </dependencies>
            </project>
            """;

    /** Nothing comes but what is named. */
    private static final String DEPENDENCY = "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId>"
            + "<version>%s</version><exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion>"
            + "</exclusions></dependency>";

    private static final Pattern NO_NETWORK = Pattern.compile(
            "Could not transfer|Unknown host|offline mode|Connection refused|timed out|Temporary failure|unreachable");

    private final Checkout checkout;
    private final Jplag jplag;

    /** @param checkout whose pom knows the versions of Maven's plugins */
    public JplagFetch(Checkout checkout, Jplag jplag) {
        this.checkout = checkout;
        this.jplag = jplag;
    }

    /**
     * Fetches all of it or, if something is in the way, nothing.
     *
     * @param accepted when the user accepted the licence, which is noted beside it
     * @throws Trouble if Maven does not find it, or finds something else
     */
    public void run(LocalDate accepted) throws IOException {
        Path part = Files.createDirectories(
                jplag.folder().resolveSibling("." + jplag.folder().getFileName() + "." + UUID.randomUUID()));
        Path log = jplag.folder().resolveSibling(jplag.folder().getFileName() + ".log");
        try {
            Path jars = Files.createDirectory(part.resolve("jars"));
            ask(part, jars, log);
            for (Jplag.Artifact artifact : Jplag.ARTIFACTS) {
                if (!artifact.isIn(jars)) {
                    throw new Trouble("Maven brought another " + artifact.file()
                            + " than was published on Maven Central. Nothing of it is kept. Look which mirror Maven"
                            + " takes it from, and delete it from Maven's local repository; Maven's words are in " + log
                            + ".");
                }
            }
            Files.writeString(
                    jars.resolve("ACCEPTED.txt"),
                    "JPlag " + Jplag.VERSION + " was fetched on " + accepted + " by somebody who accepted its licence, "
                            + Jplag.LICENCE + ". Its source: " + Jplag.SOURCE + "\n");
            put(jars);
            Files.deleteIfExists(log);
        } finally {
            Folders.delete(part);
        }
    }

    private void put(Path jars) throws IOException {
        try {
            Files.move(jars, jplag.folder(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process may have been first.
            if (!jplag.isHere()) {
                throw e;
            }
        }
    }

    private void ask(Path part, Path jars, Path log) throws IOException {
        String dependencies = Jplag.ARTIFACTS.stream()
                .map(artifact -> String.format(DEPENDENCY, artifact.group(), artifact.name(), artifact.version()))
                .collect(Collectors.joining("\n"));
        Path above = checkout.home().toAbsolutePath().resolve("pom.xml");
        String text = String.format(POM, checkout.version(), part.relativize(above), dependencies);
        Path pom = part.resolve("pom.xml");
        AtomicFiles.write(pom, text.getBytes(StandardCharsets.UTF_8));
        boolean isFetched;
        try {
            isFetched = Maven.that("fetches JPlag")
                    .run(
                            pom,
                            log,
                            List.of(
                                    "dependency:copy-dependencies",
                                    "-DexcludeTransitive",
                                    "-DoutputDirectory=" + jars));
        } catch (BrokenRoom e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
        if (!isFetched) {
            boolean isAlone = NO_NETWORK.matcher(Files.readString(log)).find();
            throw new Trouble("JPlag could not be fetched, and nothing of it is kept. "
                    + (isAlone
                            ? "Maven could not reach Maven Central: this needs the network once. Behind a proxy, name it"
                                    + " in the settings.xml of Maven. Or copy the folder " + jplag.folder()
                                    + " from a machine that has it. "
                            : "")
                    + "What Maven said is in " + log + ".");
        }
    }
}
