package gradus.datasets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine. */
final class Host implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Host() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    String address(String path) {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path;
    }

    /** What was asked for so far: the path, and the range if there was one. */
    List<String> requests() {
        return requests;
    }

    Host on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            requests.add(range == null ? path : path + " " + range);
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return this;
    }

    /** Gives a file, whole or from where it is asked for. */
    Host file(String path, byte[] content) {
        return on(path, exchange -> {
            int start = start(exchange);
            byte[] rest = Arrays.copyOfRange(content, start, content.length);
            if (start > 0) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, rest.length);
            exchange.getResponseBody().write(rest);
        });
    }

    /** Promises a file and breaks off after some bytes of each answer. */
    Host breaking(String path, byte[] content, int bytes) {
        return on(path, exchange -> {
            int start = start(exchange);
            if (start > 0) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
            exchange.getResponseBody().write(content, start, Math.min(bytes, content.length - start));
            exchange.getResponseBody().flush();
        });
    }

    Host status(String path, int status) {
        return on(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    static int start(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
