package gradus.grader.source;

import java.util.List;

/**
 * A part of a file that can be taken out.
 *
 * @param owner binary name of the class whose member it is, or empty
 * @param names what others call it
 * @param title what to call it in words, such as {@code Pca.fit(double[][], int)}
 * @param kind how it is taken out
 * @param start where its text begins
 * @param end where its text ends
 */
record Part(String owner, List<String> names, String title, Kind kind, int start, int end) {
    enum Kind {
        /** What a method does: it throws instead. */
        BODY,
        /** What an initialiser does. */
        INITIALISER,
        /** All of it. What uses it will not compile either. */
        WHOLE
    }

    /** The same part with other ends. */
    Part reaching(int from, int to) {
        return new Part(owner, names, title, kind, from, to);
    }

    /** Whether it is all of a class, by the binary name of that. */
    boolean isClass(String binaryName) {
        return kind == Kind.WHOLE && names.stream().anyMatch(name -> binaryName.equals(owner + "$" + name));
    }

    /** What to put in its place. */
    String instead() {
        String statement = "throw new gradus.worker.DoesNotCompile(\"" + title.replaceAll("[\"\\\\]", "'") + "\");";
        return switch (kind) {
            case BODY -> statement;
            case INITIALISER -> "if (true) " + statement;
            case WHOLE -> "";
        };
    }
}
