package gradus.cli;

import gradus.grader.Ink;

/** Colours of a terminal. */
final class Colours implements Ink {
    private static String in(String code, String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    @Override
    public String good(String text) {
        return in("32", text);
    }

    @Override
    public String bad(String text) {
        return in("31", text);
    }

    @Override
    public String faint(String text) {
        return in("2", text);
    }

    @Override
    public String strong(String text) {
        return in("1", text);
    }
}
