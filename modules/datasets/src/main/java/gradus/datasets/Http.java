package gradus.datasets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Fetches what is missing of a file from one address. */
final class Http {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final int MAX_TRIES = 4;

    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long a server may say nothing */
    Http(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL) // never from https to http
                .build();
    }

    /**
     * Completes a part and checks it. A connection that breaks is taken up again as long as each brings something.
     *
     * @throws DownloadFailed if the disk does not take it
     * @throws IOException if this address does not give the file; the message says why
     */
    void complete(Part part, URI address, Progress progress) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            long start = part.length();
            try {
                if (!part.file().canHaveSize(start)) {
                    get(part, address, progress);
                }
                if (part.isRight()) {
                    return;
                }
                part.clear();
                if (start == 0) {
                    throw new Refused("gives another file: its SHA-256 is not the published one");
                }
            } catch (Refused | DownloadFailed e) {
                throw e;
            } catch (IOException e) {
                if (part.length() <= start || tries >= MAX_TRIES) {
                    throw new IOException(reason(e), e);
                }
            }
        }
    }

    private void get(Part part, URI address, Progress progress) throws IOException, InterruptedException {
        if (part.length() > part.file().maxBytes()) {
            part.clear();
        }
        long start = part.length();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience).header("User-Agent", "gradus");
        if (start > 0) {
            request.header("Range", "bytes=" + start + "-");
        }
        HttpResponse<Inflow> response = client.send(request.build(), head -> new Inflow(patience));
        try (Inflow body = response.body()) {
            int status = response.statusCode();
            if (start > 0 && (status == 416 || (status == 206 && !startsAt(start, response, part.file())))) {
                part.clear(); // it is of no use here: the next try asks for the whole
                get(part, address, progress);
                return;
            } else if (start > 0 && status == 200) {
                part.clear();
            } else if (status != (start > 0 ? 206 : 200)) {
                throw new Refused("HTTP " + status);
            }
            append(body, part, response, progress);
        }
    }

    private static boolean startsAt(long start, HttpResponse<?> response, DataFile file) {
        Matcher range = CONTENT_RANGE.matcher(
                response.headers().firstValue("Content-Range").orElse(""));
        return range.matches()
                && Long.parseLong(range.group(1)) == start
                && (range.group(2).equals("*") || file.canHaveSize(Long.parseLong(range.group(2))));
    }

    private static void append(Inflow body, Part part, HttpResponse<?> response, Progress progress)
            throws IOException, InterruptedException {
        DataFile file = part.file();
        long bytes = part.length();
        long total =
                bytes + response.headers().firstValueAsLong("Content-Length").orElse(file.bytes() - bytes);
        if (!file.canHaveSize(total)) {
            throw new Refused("gives another file: it has " + total + " bytes, not " + file.bytes());
        }
        try (WritableByteChannel out = Channels.newChannel(part.append())) {
            for (@Nullable List<ByteBuffer> piece = body.next(); piece != null; piece = body.next()) {
                bytes += piece.stream().mapToLong(ByteBuffer::remaining).sum();
                if (bytes > file.maxBytes()) {
                    part.clear();
                    throw new Refused("gives another file: it goes on after " + file.maxBytes() + " bytes");
                }
                for (ByteBuffer buffer : piece) {
                    out.write(buffer);
                }
                progress.at(bytes, total);
            }
        }
        if (!file.canHaveSize(bytes)) {
            throw new IOException("broke off after " + bytes + " of " + total + " bytes");
        }
    }

    private String reason(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "said nothing for " + patience.toSeconds() + " s";
        } else if (e instanceof ConnectException) {
            return hasCause(e, UnresolvedAddressException.class) ? "this host is not known" : "no connection";
        } else if (e instanceof SSLException) {
            return "no secure connection: " + e.getMessage();
        }
        return String.valueOf(e.getMessage());
    }

    private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
