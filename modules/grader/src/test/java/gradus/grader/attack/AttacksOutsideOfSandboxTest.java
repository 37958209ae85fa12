package gradus.grader.attack;

/** Attacks on a plain worker, with and without the verifier. */
class AttacksOutsideOfSandboxTest extends Attacks {
    AttacksOutsideOfSandboxTest() {
        super(Defence.PLAIN, Defence.VERIFIED);
    }
}
