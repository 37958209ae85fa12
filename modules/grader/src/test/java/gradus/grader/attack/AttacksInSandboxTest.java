package gradus.grader.attack;

/** Attacks on a sandboxed worker, with and without the verifier. */
class AttacksInSandboxTest extends Attacks {
    AttacksInSandboxTest() {
        super(Defence.SANDBOXED, Defence.VERIFIED_AND_SANDBOXED);
    }
}
