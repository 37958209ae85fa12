package gradus.cli;

/**
 * What was found of one thing that the lab needs.
 *
 * @param what name of the thing
 * @param found what is there
 * @param fix what to do about it; empty where nothing is to be done
 */
record Diagnosis(String what, State state, String found, String fix) {
    enum State {
        OK,
        /** Some things will not work. */
        NOTE,
        BROKEN
    }

    static Diagnosis ok(String what, String found) {
        return new Diagnosis(what, State.OK, found, "");
    }

    static Diagnosis note(String what, String found, String fix) {
        return new Diagnosis(what, State.NOTE, found, fix);
    }

    static Diagnosis broken(String what, String found, String fix) {
        return new Diagnosis(what, State.BROKEN, found, fix);
    }
}
