package gradus.classroom;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pages of a class, open in a process of their own as an instructor opens them. */
final class OpenClass implements AutoCloseable {
    /** An answer as it comes over the wire. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What a command said, and how it ended. */
    record Said(int code, String words) {}

    private final Process process;
    private final URI address;
    private String cookie = "";

    OpenClass(Path course, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("class", "serve", "--json"));
        words.addAll(List.of(more));
        process = GradusProcess.start(course, words.toArray(String[]::new));
        StringBuilder json = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            json.append(line).append('\n');
            if (line.equals("}")) {
                break;
            }
        }
        address = URI.create(JsonParser.parseString(json.toString())
                .getAsJsonObject()
                .get("address")
                .getAsString());
    }

    /** Runs a command in the folder of a class. */
    static Said gradus(Path course, String... words) throws IOException, InterruptedException {
        Process process = GradusProcess.start(course, words);
        String said = GradusProcess.saidBy(process);
        return new Said(process.waitFor(), said);
    }

    /** What lets a browser in. */
    String address() {
        return address.toString();
    }

    int port() {
        return address.getPort();
    }

    String cookie() {
        return cookie;
    }

    /** Trades the token for a cookie, which later requests carry. */
    Answer enter() throws IOException {
        Answer entered = ask("GET", address.getPath() + "?" + address.getQuery(), Map.of());
        cookie = entered.header("set-cookie").replaceFirst(";.*", "");
        return entered;
    }

    Answer get(String path) throws IOException {
        return ask("GET", path, Map.of());
    }

    /** Sends a path as it is, with the host's name and the cookie unless the headers say otherwise. */
    Answer ask(String method, String path, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(
                Map.of("Host", "127.0.0.1:" + port(), "Connection", "close", "Cookie", cookie, "Content-Length", "0"));
        all.putAll(headers);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, text.substring(end + 4));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
