package gradus.grader;

import gradus.checks.Stuck;
import gradus.grader.worker.WorkerLost;
import gradus.worker.LearnerException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Failures in words. */
final class Words {
    private static final Pattern JUNIT =
            Pattern.compile("(?:(.*?) ==> )?expected: <(.*)> but was: <(.*)>", Pattern.DOTALL);

    /** What the learner's code says beyond that is cut. */
    private static final int MAX_MESSAGE = 400;

    private static final String STACK_OVERFLOW = "java.lang.StackOverflowError";

    private final Places places;

    Words(Places places) {
        this.places = places;
    }

    /** @param isLearners whether the learner's code threw it */
    String of(Throwable thrown, boolean isLearners) {
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        if (thrown instanceof AssertionError) {
            return message.isEmpty() ? "The check failed." : plain(message);
        }
        if (!isLearners) {
            return Stuck.inWords(thrown);
        }
        String type = thrown instanceof LearnerException learner
                ? learner.type()
                : thrown.getClass().getName();
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        List<StackTraceElement> stack = Arrays.asList(thrown.getStackTrace());
        if (type.equals(STACK_OVERFLOW)) {
            List<StackTraceElement> calls = places.calls(stack);
            return "Your code called itself again and again" + places.at(calls)
                    + ", until there was no room for another call (StackOverflowError). Look for the case in which it should"
                    + " stop." + places.lines(calls);
        }
        String what = thrown instanceof LearnerException && message.startsWith(type)
                ? message.substring(type.length())
                : message.isEmpty() ? "" : ": " + message;
        return "Your code threw " + simple + places.at(stack) + cut(what) + places.lines(stack);
    }

    private static String cut(String message) {
        return message.length() <= MAX_MESSAGE
                ? message
                : message.substring(0, MAX_MESSAGE) + " … (" + message.length() + " characters)";
    }

    /** Where it is known at which lines the learner's code was, they are shown. */
    String of(WorkerLost lost) {
        String message = String.valueOf(lost.getMessage());
        List<StackTraceElement> stack = places.common(lost.stacks());
        return stack.isEmpty() ? message : message + " It was" + places.at(stack) + "." + places.lines(stack);
    }

    /** JUnit's arrows and angle brackets as sentences; what was true or false says nothing to a learner. */
    private static String plain(String message) {
        Matcher matcher = JUNIT.matcher(message);
        if (!matcher.matches()) {
            return message;
        }
        String words = sentence(matcher.group(1) == null ? "" : matcher.group(1).strip());
        String expected = matcher.group(2);
        String actual = matcher.group(3);
        if (expected.matches("true|false") && !words.isEmpty()) {
            return words;
        } else if ((expected + actual).contains("\n")) {
            return words + "\nExpected:\n" + expected + "\nbut was:\n" + actual;
        }
        return (words + " Expected " + expected + " but was " + actual + ".").strip();
    }

    private static String sentence(String words) {
        return words.isEmpty() || words.matches("(?s).*[.!?:]") ? words : words + ".";
    }
}
