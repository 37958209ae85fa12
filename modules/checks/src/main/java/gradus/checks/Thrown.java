package gradus.checks;

import java.util.Arrays;
import java.util.Optional;
import org.opentest4j.IncompleteExecutionException;

/** What a piece of a check threw, in words. */
record Thrown(Throwable what) {
    /** Stands for exceptions of the learner whose class does not cross; its message begins with their class. */
    private static final String WRAPPED = "gradus.worker.LearnerException";

    /** Whether it is neither a failed assertion nor an exception of the learner, but tells the lab something. */
    boolean isTheLabs() {
        return !isAssertion()
                && (what instanceof Error
                        || what instanceof IncompleteExecutionException
                        || what.getClass().getName().startsWith("gradus.") && !isWrapped());
    }

    boolean isAssertion() {
        return what instanceof AssertionError;
    }

    /** Name of its class, of the class over there where it is wrapped. */
    String type() {
        return isWrapped() ? message().split(":", 2)[0] : what.getClass().getName();
    }

    /**
     * Its class, where it was thrown and its message, such as {@code ArithmeticException at Mean.java:12: / by zero}.
     */
    String inWords() {
        String type = type();
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        String where = frame().map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        String message = isWrapped() ? message().substring(type.length()).replaceFirst("^: ", "") : message();
        String words = simple + where + (message.isEmpty() ? "" : ": " + message);
        return words.matches("(?s).*[.!?]") ? words : words + ".";
    }

    private boolean isWrapped() {
        return what.getClass().getName().equals(WRAPPED);
    }

    private String message() {
        return what.getMessage() == null ? "" : what.getMessage();
    }

    /** Whether it was thrown by a check itself, and not by what that check called. */
    boolean isThrownBy(Class<?> check) {
        return frame().map(StackTraceElement::getClassName)
                .filter(name -> name.equals(check.getName())
                        || name.startsWith(check.getName() + "$")
                        || name.startsWith(Thrown.class.getPackageName() + "."))
                .isPresent();
    }

    /** Where it was thrown, libraries left out. */
    private Optional<StackTraceElement> frame() {
        return Arrays.stream(what.getStackTrace())
                .filter(frame -> !frame.getClassName().matches("(java|jdk|gradus\\.kit)\\..*"))
                .findFirst();
    }

    /** Throws it as it is, undeclared too, so that checks read plainly. */
    RuntimeException asItIs() {
        return Thrown.<RuntimeException>unchecked(what);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
