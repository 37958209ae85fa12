package gradus.benchmarks;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A running {@code gradus open}, and a client that asks it for what its pages ask for. */
final class OpenedLab implements AutoCloseable {
    private static final String ADDRESS = "The lab is open: ";

    private final Process process;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI address;

    /** Starts one and goes in. */
    OpenedLab(Bench bench, Path workspace) {
        try {
            process = bench.gradus(workspace, "open", "--no-open").builder().start();
            address = address(
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ask(HttpRequest.newBuilder(address).build());
    }

    private static URI address(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(ADDRESS)) {
                return URI.create(line.substring(ADDRESS.length()));
            }
            all.append(line).append('\n');
        }
        throw new Failed("gradus open ended. It said:\n" + all);
    }

    private String ask(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Failed(request.uri().getPath() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted.");
        }
    }

    /** Opens a room's page. */
    void page(String room) {
        ask(HttpRequest.newBuilder(address.resolve("/rooms/" + room)).build());
    }

    /** Asks for a figure; returns the seconds until its picture was there. */
    double figure(String room, Map<String, String> values) {
        JsonObject chosen = new JsonObject();
        values.forEach(chosen::addProperty);
        JsonObject body = new JsonObject();
        body.add("values", chosen);
        return timed(room, "figure", body, "\"picture\":");
    }

    /** Has what is saved checked; returns the seconds until the whole verdict was there. */
    double check(String room, String expected) {
        return timed(room, "check", new JsonObject(), expected);
    }

    private double timed(String room, String what, JsonObject body, String expected) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/rooms/" + room + "/" + what))
                .header("Origin", "http://" + address.getAuthority())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        long start = System.nanoTime();
        String answer = ask(request);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!answer.contains(expected)) {
            throw new Failed("The page of " + room + " should have got " + expected + ", but got:\n" + answer);
        }
        return seconds;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
