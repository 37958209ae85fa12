package gradus.web;

import com.google.gson.JsonParseException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ServerConnector;

/** Serves a site to browsers of this machine that have its token, and to nobody else. */
final class Server implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_6 = "::1";
    private static final long MAX_BODY = 4_000_000;
    private static final int MAX_PER_SECOND = 100;

    private final Site site;
    private final Guard guard;
    private final Javalin javalin;

    /**
     * @param port that is free
     * @param hasVersion6 whether this machine has the loopback address of IPv6
     */
    Server(Site site, int port, boolean hasVersion6) {
        this.site = site;
        this.guard = new Guard(port, site.command());
        this.javalin = Javalin.create(config -> configure(config, port, hasVersion6));
    }

    /** What to open. */
    String address() {
        return "http://" + LOOPBACK + ":" + javalin.port() + "/enter?token=" + guard.token();
    }

    void start() {
        javalin.start();
    }

    @Override
    public void close() {
        javalin.stop();
        site.close();
    }

    private void configure(JavalinConfig config, int port, boolean hasVersion6) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = MAX_BODY;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.host = LOOPBACK;
        config.jetty.port = port;
        if (hasVersion6) {
            for (String host : List.of(LOOPBACK, LOOPBACK_6)) {
                config.jetty.addConnector((server, http) -> {
                    ServerConnector connector = new ServerConnector(server);
                    connector.setHost(host);
                    connector.setPort(port);
                    return connector;
                });
            }
        }
        config.registerPlugin(new RateLimitPlugin());
        config.routes
                .before(request -> {
                    guard.protect(request, Reply.newNonce(request));
                    guard.check(request);
                    request.with(RateLimitPlugin.class).requestPerTimeUnit(MAX_PER_SECOND, TimeUnit.SECONDS);
                })
                .get("/enter", request -> {
                    guard.letIn(request);
                    request.redirect(site.first());
                })
                .exception(Trouble.class, (trouble, request) -> site.refuse(request, trouble.status(), said(trouble)))
                .exception(
                        JsonParseException.class,
                        (trouble, request) -> site.refuse(request, 400, Words.of("trouble.json")))
                .exception(HttpResponseException.class, this::refuse)
                .exception(Exception.class, (fault, request) -> {
                    fault.printStackTrace();
                    site.refuse(request, 500, Words.of("trouble.fault", fault.toString()));
                });
        site.route(config.routes);
    }

    private static String said(Exception trouble) {
        return String.valueOf(trouble.getMessage());
    }

    private void refuse(HttpResponseException trouble, Context request) {
        String key = switch (trouble.getStatus()) {
            case 404 -> "trouble.page";
            case 413 -> "trouble.large";
            case 429 -> "trouble.many";
            default -> "trouble.json";
        };
        site.refuse(request, trouble.getStatus(), Words.of(key));
    }
}
