package gradus.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets in the browser that was given the token, and nobody else: no other program's request, no page of another site,
 * and no name of another machine that was made to mean this one.
 */
final class Guard {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token = secret();
    private final String session = secret();
    private final int port;
    private final String command;
    private final Set<String> hosts;

    /** @param command that shows the address */
    Guard(int port, String command) {
        this.port = port;
        this.command = command;
        this.hosts = Stream.of("127.0.0.1", "localhost", "[::1]")
                .map(name -> name + ":" + port)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What the address that the terminal shows ends in. */
    String token() {
        return token;
    }

    /** Cookies know no ports: each lab on this machine has one of its own. */
    private String cookie() {
        return "gradus-" + port;
    }

    /** Trades the token for a cookie. */
    void letIn(Context request) {
        if (!isSecret(token, request.queryParam("token"))) {
            throw new Trouble(403, "trouble.token", command);
        }
        request.cookie(new Cookie(cookie(), session, "/", -1, false, true, null, SameSite.STRICT));
    }

    /** @throws Trouble if the request comes from somebody else */
    void check(Context request) {
        if (!hosts.contains(String.valueOf(request.header("Host")))) {
            throw new Trouble(403, "trouble.host");
        }
        String from = request.header("Sec-Fetch-Site");
        boolean isRead = request.method() == HandlerType.GET || request.method() == HandlerType.HEAD;
        if (!isRead && (!isOurs(request.header("Origin")) || from != null && !from.equals("same-origin"))) {
            throw new Trouble(403, "trouble.origin");
        }
        if (!request.path().equals("/enter") && !isSecret(session, request.cookie(cookie()))) {
            throw new Trouble(401, "trouble.cookie", command);
        }
    }

    private boolean isOurs(@Nullable String origin) {
        try {
            return origin != null
                    && "http".equals(URI.create(origin).getScheme())
                    && hosts.contains(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSecret(String secret, @Nullable String said) {
        return said != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    /** What a page may load and do. Styles that a script adds need the page's own number. */
    void protect(Context request, String nonce) {
        request.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                        + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cache-Control", "no-store");
    }

    /** A number that a page's own styles are marked with. */
    static String nonce() {
        return secret();
    }
}
