package gradus.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The threads of a worker, those apart that were there before the learner's code. */
final class Threads {
    /** How many milliseconds a thread has from its start to its own code. */
    private static final int BEGINNING = 50;

    private final ThreadGroup root;
    private final Set<Thread> own = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Knows the threads that run now as the worker's own. */
    Threads() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        root = group;
        own.addAll(all());
    }

    private List<Thread> all() {
        Thread[] threads = new Thread[root.activeCount() + 16];
        return Arrays.asList(threads).subList(0, root.enumerate(threads));
    }

    /**
     * Stacks of threads that have come since and are in code of the learner; those that only begin have a moment for
     * it.
     */
    List<StackTraceElement[]> in(Predicate<String> isOfTheLearner) throws InterruptedException {
        List<StackTraceElement[]> stacks = new ArrayList<>();
        for (Thread thread : all()) {
            if (!own.contains(thread)) {
                StackTraceElement[] stack = stackOf(thread);
                if (Arrays.stream(stack).anyMatch(frame -> isOfTheLearner.test(frame.getClassName()))) {
                    stacks.add(stack);
                }
            }
        }
        return stacks;
    }

    private static StackTraceElement[] stackOf(Thread thread) throws InterruptedException {
        StackTraceElement[] stack = thread.getStackTrace();
        for (int i = 0; i < BEGINNING && thread.getState() == Thread.State.RUNNABLE && isBeginning(stack); i++) {
            Thread.sleep(1);
            stack = thread.getStackTrace();
        }
        return stack;
    }

    private static boolean isBeginning(StackTraceElement[] stack) {
        return Arrays.stream(stack).allMatch(frame -> frame.getClassName().equals("java.lang.Thread"));
    }

    /** The stack of the thread that ends the process, if one does. */
    static List<StackTraceElement[]> exiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack).anyMatch(Threads::ends))
                .limit(1)
                .toList();
    }

    private static boolean ends(StackTraceElement frame) {
        return frame.getClassName().equals("java.lang.Runtime")
                && frame.getMethodName().equals("exit");
    }
}
