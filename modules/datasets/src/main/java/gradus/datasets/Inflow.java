package gradus.datasets;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends, taken piece by piece. Unlike the client's own streams it gives up on a server that falls silent,
 * and an interrupted reader is not left waiting.
 */
final class Inflow implements BodySubscriber<Inflow>, AutoCloseable {
    private sealed interface Event {}

    private record Piece(List<ByteBuffer> bytes) implements Event {}

    private record End(@Nullable Throwable fault) implements Event {}

    private final Duration patience;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean isClosed;

    Inflow(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits for the next piece.
     *
     * @return null at the end
     * @throws HttpTimeoutException if nothing came for too long
     * @throws IOException if the connection broke
     */
    @Nullable
    List<ByteBuffer> next() throws IOException, InterruptedException {
        Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (event instanceof Piece piece) {
            request();
            return piece.bytes();
        } else if (event instanceof End end) {
            if (end.fault() != null) {
                throw new IOException(end.fault().getMessage(), end.fault());
            }
            return null;
        }
        throw new HttpTimeoutException("nothing came");
    }

    @Override
    public CompletionStage<Inflow> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        request();
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable fault) {
        events.add(new End(fault));
    }

    @Override
    public void onComplete() {
        events.add(new End(null));
    }

    /** Lets go of the connection. */
    @Override
    public void close() {
        isClosed = true;
        request();
    }

    /** Asks for one more piece, or for none at all. */
    private void request() {
        Flow.Subscription current = subscription;
        if (current != null && isClosed) {
            current.cancel();
        } else if (current != null) {
            current.request(1);
        }
    }
}
