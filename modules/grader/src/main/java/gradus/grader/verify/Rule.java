package gradus.grader.verify;

/**
 * Whether something is allowed.
 *
 * @param reason why it is not; empty where it is
 */
record Rule(boolean allows, String reason) {
    static final Rule ALLOWED = new Rule(true, "");

    static Rule refused(String reason) {
        return new Rule(false, reason);
    }
}
