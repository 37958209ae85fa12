package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.standin.Loop;
import gradus.grader.standin.Witness;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Workers;
import gradus.kit.NotAttempted;
import gradus.worker.Channel;
import gradus.worker.WireException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a room's reference runs: in this JVM; or, if its code needs flags that this JVM was not started with, in a
 * worker of its own, which starts when it is first called. In a learners' pack a starter stands in for it, and whoever
 * calls what that has not is told so by {@link NoReference}.
 */
final class ReferenceSide implements AutoCloseable {
    private static final Witness COMPLETE = new Witness() {
        @Override
        public void arrived(Throwable thrown) {
            if (thrown instanceof NotAttempted) {
                throw new NoReference();
            }
        }

        @Override
        public void saw(@Nullable Object value) {}

        @Override
        public Throwable broken(WireException problem) {
            return problem;
        }
    };

    private final JudgePeer peer;
    private final @Nullable LateWorker worker;

    ReferenceSide(Room room, RoomClasses classes, Equipment equipment, CheckLoader loader) {
        worker = room.jvm().isEmpty() ? null : new LateWorker(classes, equipment);
        peer = worker == null
                ? Loop.to(classes.fullReference(), classes.libraryLoader(), loader, COMPLETE)
                : new JudgePeer(loader, worker, COMPLETE);
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
