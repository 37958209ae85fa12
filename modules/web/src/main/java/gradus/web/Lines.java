package gradus.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An answer that comes line by line, JSON each, while work goes on. If nobody reads it any more, the work is ended. */
final class Lines implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pulse");
        thread.setDaemon(true);
        return thread;
    });

    private final OutputStream out;
    private final Runnable end;
    private final ScheduledFuture<?> pulse;
    private boolean isGone;

    /**
     * Writes to the servlet's own stream: Javalin's keeps what is flushed until the answer ends.
     *
     * @param end ends the work
     */
    Lines(Context request, Runnable end) throws IOException {
        this.out = request.contentType("application/x-ndjson").res().getOutputStream();
        this.end = end;
        this.pulse = CLOCK.scheduleWithFixedDelay(() -> write("\n"), 1, 1, TimeUnit.SECONDS);
    }

    void tell(Map<String, ?> what) {
        write(Page.GSON.toJson(what) + "\n");
    }

    private synchronized void write(String text) {
        if (isGone) {
            return;
        }
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            isGone = true;
            end.run();
        }
    }

    @Override
    public void close() {
        pulse.cancel(false);
    }
}
