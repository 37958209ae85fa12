package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.standin.Loop;
import gradus.grader.standin.Witness;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Workers;
import gradus.worker.Channel;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a room's reference runs: in this JVM; or, if its code needs flags that this JVM was not started with, in a
 * worker of its own, which starts when it is first called.
 */
final class ReferenceSide implements AutoCloseable {
    private final JudgePeer peer;
    private final @Nullable LateWorker worker;

    ReferenceSide(Room room, RoomClasses classes, Equipment equipment, CheckLoader loader) {
        worker = room.jvm().isEmpty() ? null : new LateWorker(classes, equipment);
        peer = worker == null
                ? Loop.to(classes.fullReference(), classes.libraryLoader(), loader)
                : new JudgePeer(loader, worker, Witness.NONE);
    }

    JudgePeer peer() {
        return peer;
    }

    /** Lets go of all objects that crossed. */
    void forget() {
        try {
            peer.forget();
        } catch (Throwable e) {
            throw new IllegalStateException("the reference cannot begin anew: " + e, e);
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }

    private static final class LateWorker implements Channel, AutoCloseable {
        private final RoomClasses classes;
        private final Equipment equipment;
        private @Nullable Workers workers;

        LateWorker(RoomClasses classes, Equipment equipment) {
            this.classes = classes;
            this.equipment = equipment;
        }

        @Override
        public byte[] exchange(byte[] request, UnaryOperator<byte[]> server) {
            Workers running = workers;
            if (running == null) {
                running = new Workers(equipment);
                running.define(classes.fullReference());
                workers = running;
            }
            return running.exchange(request, server);
        }

        @Override
        public void close() {
            if (workers != null) {
                workers.close();
            }
        }
    }
}
