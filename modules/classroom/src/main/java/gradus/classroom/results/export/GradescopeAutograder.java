package gradus.classroom.results.export;

import gradus.classroom.Assignment;
import gradus.classroom.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip that Gradescope makes an image of. Its base must be Ubuntu 24.04 or newer, whose Maven the lab can be built
 * with. {@code setup.sh} installs a JDK 17, Maven, git and bubblewrap and builds the lab, for which it needs the
 * network; {@code run_autograder} grades a submission with it. Where Gradescope's containers allow no sandbox, nothing
 * is graded, and the instructor reads why in the autograder's output.
 *
 * <p>Source: Gradescope, <i>Autograder Specifications</i>,
 * https://gradescope-autograders.readthedocs.io/en/latest/specs/.
 */
public final class GradescopeAutograder {
    /** The time of all files, so that the same assignment gives the same bytes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._~/-]+");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    private static final String SETUP = """
            #!/usr/bin/env bash
            # Runs once, while Gradescope builds the image: installs what the lab needs, and builds the lab. Choose
            # Ubuntu 24.04 or newer there: the Maven of older ones is too old.
            set -euo pipefail
            apt-get update
            DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
                bubblewrap ca-certificates fontconfig fonts-dejavu-core git maven openjdk-17-jdk-headless
            git clone --quiet %s /autograder/gradus
            git -C /autograder/gradus checkout --quiet %s
            chmod 700 /autograder/source
            cd /autograder/gradus
            ./gradus class --help
            """;

    private static final String RUN = """
            #!/usr/bin/env bash
            # Grades one submission, and writes what Gradescope shows.
            set -euo pipefail
            exec /autograder/gradus/gradus class gradescope \\
                --assignment /autograder/source/%s \\
                --submission /autograder/submission \\
                --results /autograder/results/results.json
            """;

    private GradescopeAutograder() {}

    /**
     * Packs an autograder.
     *
     * @param file the assignment's file, with its seed: who can download the zip can read it
     * @param repository where the lab is cloned from, over https
     * @param revision the commit, tag or branch of the lab
     * @throws Trouble if the repository or the revision cannot stand in a script
     */
    public static byte[] of(Assignment assignment, byte[] file, String repository, String revision) {
        if (!ADDRESS.matcher(repository).matches()) {
            throw new Trouble(
                    "The repository of the lab must be an address such as https://example.org/gradus.git, but was "
                            + repository + ".");
        }
        if (!REVISION.matcher(revision).matches()) {
            throw new Trouble("The revision of the lab must be a commit, tag or branch, but was " + revision + ".");
        }
        String name = assignment.id() + ".yaml";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "setup.sh", utf8(String.format(SETUP, repository, revision)));
            add(zip, "run_autograder", utf8(String.format(RUN, name)));
            add(zip, name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
