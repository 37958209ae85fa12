package gradus.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why bubblewrap does not work on a machine, in words.
 *
 * @param root the root folder, in which the kernel and containers say what they are
 */
record Refusal(Path root) {
    static Refusal ofThisMachine() {
        return new Refusal(Path.of("/"));
    }

    /** @param complaint what bubblewrap printed */
    Sandbox.Absent of(String complaint) {
        String first = complaint.lines().findFirst().orElse("it said nothing").strip();
        if (complaint.contains("Unknown option")) {
            return new Sandbox.Absent(
                    "this bubblewrap is too old (" + first + ")",
                    "Install version 0.7 or newer; Debian 12 and Ubuntu 24.04 have it.");
        }
        if (!first.startsWith("bwrap: ")) {
            return new Sandbox.Absent(
                    "bubblewrap starts, but Java does not start in it (" + first + ")",
                    "Look for a JDK or a checkout that this user may not read, and for limits (ulimit -a).");
        }
        if (says("proc/sys/kernel/unprivileged_userns_clone", "0")) {
            return forbidden("kernel.unprivileged_userns_clone", 0, 1);
        }
        if (says("proc/sys/user/max_user_namespaces", "0")) {
            return forbidden("user.max_user_namespaces", 0, 10000);
        }
        if (Files.exists(root.resolve(".dockerenv")) || Files.exists(root.resolve("run/.containerenv"))) {
            return new Sandbox.Absent(
                    "this container may not make namespaces (" + first + ")",
                    "Start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined"
                            + " --security-opt systempaths=unconfined (Podman: --security-opt unmask=ALL), or grade"
                            + " outside of it.");
        }
        if (says("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1")) {
            return new Sandbox.Absent(
                    "AppArmor does not let bubblewrap make user namespaces (" + first + ")",
                    "Give it a profile: sudo apt-get install apparmor-profiles, then sudo ln -s"
                            + " /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/, then sudo"
                            + " systemctl reload apparmor.");
        }
        return new Sandbox.Absent(
                "bubblewrap does not work here (" + first + ")",
                "Look whether this user may make user namespaces: 'unshare --user --map-root-user true' says so.");
    }

    private static Sandbox.Absent forbidden(String setting, int is, int shall) {
        return new Sandbox.Absent(
                "the kernel is set to let ordinary users make no user namespaces (" + setting + " = " + is + ")",
                "Allow it: sudo sysctl -w " + setting + "=" + shall
                        + "; a line in /etc/sysctl.d keeps it beyond the next start.");
    }

    private boolean says(String file, String value) {
        try {
            return Files.readString(root.resolve(file)).strip().equals(value);
        } catch (IOException e) {
            return false;
        }
    }
}
