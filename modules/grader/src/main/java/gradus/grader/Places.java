package gradus.grader;

import gradus.grader.source.Printable;
import gradus.grader.source.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where in the learner's files something happened. */
final class Places {
    private static final int MAX_LINES = 3;
    private static final int WIDTH = 60;

    private final String packageName;
    private final List<Source> sources;

    /** @param sources the learner's files, or none where their lines shall not be shown */
    Places(String packageName, List<Source> sources) {
        this.packageName = packageName;
        this.sources = sources;
    }

    /**
     * Says where something happened in a phrase, such as " at Pca.java:17"; empty if nowhere in the learner's files.
     */
    String at(List<StackTraceElement> stack) {
        return own(stack)
                .findFirst()
                .or(() -> stack.stream().filter(frame -> !isOfTheLab(frame)).findFirst())
                .map(frame -> " at " + place(frame))
                .orElse("");
    }

    /** Tells of something that happened outside of the room's own files, in one sentence; empty if it did not. */
    String elsewhere(Throwable notAttempted) {
        return Arrays.stream(notAttempted.getStackTrace())
                .filter(frame -> !isOfTheLab(frame))
                .findFirst()
                .filter(frame -> !frame.getClassName().startsWith(packageName + "."))
                .map(frame -> "This room stands on " + place(frame)
                        + ", which is assigned too and not written yet. Solve that room first.")
                .orElse("");
    }

    private static boolean isOfTheLab(StackTraceElement frame) {
        return frame.getClassName().matches("(java|jdk|gradus\\.kit)\\..*");
    }

    /** The lines of code where something happened and from where they were called, each on a line of its own. */
    String lines(List<StackTraceElement> stack) {
        Set<String> lines = new LinkedHashSet<>();
        own(stack).forEach(frame -> {
            if (lines.size() < MAX_LINES) {
                code(frame).ifPresent(code -> lines.add(place(frame) + "  " + code));
            }
        });
        return String.join("", lines.stream().map(line -> "\n" + line).toList());
    }

    /**
     * What stacks of one thread have in common, the innermost frame first: the method that was running all the time, at
     * each line where it was seen, and what called it.
     */
    List<StackTraceElement> common(List<List<StackTraceElement>> stacks) {
        List<List<StackTraceElement>> inward = stacks.stream()
                .map(stack -> reversed(own(stack).toList()))
                .filter(stack -> !stack.isEmpty())
                .toList();
        List<StackTraceElement> common = new ArrayList<>();
        Set<StackTraceElement> here = new LinkedHashSet<>();
        for (int depth = 0; here.size() <= 1; depth++) {
            Set<StackTraceElement> deeper = new LinkedHashSet<>();
            for (List<StackTraceElement> stack : inward) {
                if (depth < stack.size()) {
                    deeper.add(stack.get(depth));
                }
            }
            int at = depth;
            boolean isEverywhere = !inward.isEmpty() && inward.stream().allMatch(stack -> at < stack.size());
            if (!isEverywhere || deeper.stream().map(Places::method).distinct().count() > 1) {
                break;
            }
            common.addAll(0, here);
            here = deeper;
        }
        List<StackTraceElement> inner = new ArrayList<>(here);
        inner.sort((one, other) -> Integer.compare(one.getLineNumber(), other.getLineNumber()));
        common.addAll(0, inner);
        return common;
    }

    /** A stack without the method that was called last: what is left are calls. */
    List<StackTraceElement> calls(List<StackTraceElement> stack) {
        List<StackTraceElement> own = own(stack).toList();
        return own.size() > 1 ? own.subList(1, own.size()) : own;
    }

    private static List<StackTraceElement> reversed(List<StackTraceElement> stack) {
        List<StackTraceElement> reversed = new ArrayList<>(stack);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static String method(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    private Stream<StackTraceElement> own(List<StackTraceElement> stack) {
        return stack.stream()
                .filter(frame -> frame.getClassName().startsWith(packageName + ".")
                        && !frame.getClassName().endsWith("Test")
                        && frame.getLineNumber() > 0);
    }

    private static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    private Optional<String> code(StackTraceElement frame) {
        return sources.stream()
                .filter(source -> source.fileName().equals(frame.getFileName()))
                .findFirst()
                .map(source -> source.line(frame.getLineNumber()))
                .map(line -> Printable.line(line).strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() <= WIDTH ? line : line.substring(0, WIDTH) + " …");
    }
}
