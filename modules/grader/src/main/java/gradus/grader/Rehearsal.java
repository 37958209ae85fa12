package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Compiler;
import gradus.grader.source.Source;
import gradus.grader.worker.Equipment;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets a process that will grade again try that, while nobody waits for it: it compiles the reference of the room at
 * hand and runs the checks on it. The JVM runs code fast only after it has run it a dozen times; without this, the
 * learner's first dozen checks would take twice as long.
 */
public final class Rehearsal {
    /** About two seconds of processor time in all. */
    private static final int ROUNDS = 12;

    private static final long SEED = 1;

    private volatile int rounds;
    private int graded;
    private boolean isUnderWay;

    /** Grades; what is being tried waits meanwhile. */
    public <T> T pausedBy(Supplier<T> grading) {
        change(1);
        try {
            return grading.get();
        } finally {
            change(-1);
        }
    }

    private synchronized void change(int by) {
        graded += by;
        notifyAll();
    }

    /**
     * Tries a room in the background, if that was not done often enough. Rooms with libraries keep to their workers.
     */
    public synchronized void of(Checkout checkout, Room room) {
        if (rounds < ROUNDS
                && !isUnderWay
                && room.jvm().isEmpty()
                && room.libraries().isEmpty()) {
            isUnderWay = true;
            Thread thread = new Thread(() -> hold(checkout, room), "rehearsal");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        }
    }

    private void hold(Checkout checkout, Room room) {
        try {
            RoomClasses classes = RoomClasses.of(checkout, room);
            Equipment equipment = Equipment.of(room, classes.libraries(), checkout.device());
            List<Source> sources = RoomClasses.read(room, room.sources());
            List<CheckInfo> checks = CheckInfo.in(classes.visible()).stream()
                    .filter(check -> !check.full())
                    .toList();
            for (; rounds < ROUNDS; rounds++) {
                awaitSilence();
                Compiler.compile(sources, equipment.classPath(), classes.prerequisites());
                awaitSilence();
                Trial.inPlace(classes, checks, classes.reference(), SEED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private synchronized void awaitSilence() throws InterruptedException {
        while (graded > 0) {
            wait();
        }
    }

    private synchronized void end() {
        isUnderWay = false;
    }
}
