package gradus.classroom.results.export;

import gradus.classroom.Assignment;
import gradus.classroom.Trouble;
import gradus.classroom.Zip;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The zip that Gradescope makes an image of. Its base must be Ubuntu 24.04 or newer, whose Maven the lab can be built
 * with. {@code setup.sh} installs a JDK 17, Maven, git and bubblewrap, builds the lab and fetches the rooms' data sets,
 * for which it needs the network. Then it grades the reference: an image that cannot grade is not made, and the
 * instructor reads why in the image's output. {@code run_autograder} grades a submission.
 *
 * <p>A sandbox needs namespaces of the container's own. Where containers may not make them, an autograder without a
 * sandbox relies on the container, on the list of what rooms allow, and on the worker's process.
 *
 * <p>Source: Gradescope, <i>Autograder Specifications</i>,
 * https://gradescope-autograders.readthedocs.io/en/latest/specs/.
 */
public final class GradescopeAutograder {
    private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._~/-]+");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    private static final String SETUP = """
            #!/usr/bin/env bash
            # Runs once, while Gradescope builds the image: installs what the lab needs, builds it, and tries it. Choose
            # Ubuntu 24.04 or newer there: the Maven of older ones is too old.
            set -euo pipefail
            apt-get update
            DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
                bubblewrap ca-certificates fontconfig fonts-dejavu-core git maven openjdk-17-jdk-headless
            git clone --quiet %1$s /autograder/gradus
            git -C /autograder/gradus checkout --quiet %2$s
            chmod 700 /autograder/source
            export GRADUS_DATA=/autograder/data
            cd /autograder/gradus
            %3$s# Grades the reference. What would keep submissions from being graded is found here.
            ./gradus class gradescope%4$s \\
                --assignment /autograder/source/%5$s \\
                --submission exercises \\
                --results /autograder/source/reference.json
            """;

    private static final String FETCH = """
            # Where terms must be accepted first, that says so: put './gradus data accept NAME --yes' before it if you do.
            ./gradus data fetch %s
            """;

    private static final String RUN = """
            #!/usr/bin/env bash
            # Grades one submission, and writes what Gradescope shows.
            set -euo pipefail
            export GRADUS_DATA=/autograder/data
            exec /autograder/gradus/gradus class gradescope%1$s \\
                --assignment /autograder/source/%2$s \\
                --submission /autograder/submission \\
                --results /autograder/results/results.json
            """;

    /**
     * The lab that grades there.
     *
     * @param repository where it is cloned from, over https
     * @param revision the commit, tag or branch of it
     * @param datasets what the assigned rooms read
     * @param isSandboxed whether submissions run in a sandbox
     */
    public record Lab(String repository, String revision, Collection<String> datasets, boolean isSandboxed) {}

    private GradescopeAutograder() {}

    /**
     * Packs an autograder.
     *
     * @param file the assignment's file, with its seed: who can download the zip can read it
     * @throws Trouble if the repository or the revision cannot stand in a script
     */
    public static byte[] of(Assignment assignment, byte[] file, Lab lab) {
        if (!ADDRESS.matcher(lab.repository()).matches()) {
            throw new Trouble(
                    "The repository of the lab must be an address such as https://example.org/gradus.git, but was "
                            + lab.repository() + ".");
        }
        if (!REVISION.matcher(lab.revision()).matches()) {
            throw new Trouble(
                    "The revision of the lab must be a commit, tag or branch, but was " + lab.revision() + ".");
        }
        String name = assignment.id() + ".yaml";
        String fetch = lab.datasets().isEmpty() ? "" : String.format(FETCH, String.join(" ", lab.datasets()));
        String how = lab.isSandboxed() ? "" : " --unsandboxed";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("setup.sh", utf8(String.format(SETUP, lab.repository(), lab.revision(), fetch, how, name)));
        files.put("run_autograder", utf8(String.format(RUN, how, name)));
        files.put(name, file);
        return Zip.of(files);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
