package gradus.grader.attack;

import gradus.grader.Settings;
import gradus.grader.sandbox.Confinement;
import gradus.grader.sandbox.Sandbox;

/** What stands between hostile code and the host, beside the worker's being a process of its own. */
enum Defence {
    PLAIN(false, false),
    VERIFIED(true, false),
    SANDBOXED(false, true),
    VERIFIED_AND_SANDBOXED(true, true);

    private final boolean verified;
    private final boolean sandboxed;

    Defence(boolean verified, boolean sandboxed) {
        this.verified = verified;
        this.sandboxed = sandboxed;
    }

    /** Whether this machine has it. */
    boolean isAvailable() {
        return !sandboxed || Sandbox.ofThisMachine() instanceof Sandbox.Present;
    }

    /** How a submission is graded with it. */
    Settings settings(long seed) {
        Settings settings = Settings.quick(seed).confined(sandboxed ? Confinement.SANDBOXED : Confinement.PLAIN);
        return verified ? settings.bound() : settings;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
