package gradus.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.p;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.util.Map;

/** Answers to pages: JSON, and words for what did not work. */
final class Reply {
    private static final String NONCE = "nonce";

    private Reply() {}

    /** Gives a request the number that the styles of its page are marked with. */
    static String newNonce(Context request) {
        String nonce = Guard.nonce();
        request.attribute(NONCE, nonce);
        return nonce;
    }

    static String nonce(Context request) {
        return String.valueOf(request.<String>attribute(NONCE));
    }

    static void json(Context request, Object value) {
        request.contentType(ContentType.APPLICATION_JSON).result(Page.GSON.toJson(value));
    }

    /** Says that another program changed a file. */
    static void conflict(Context request, Bench.Conflict conflict) {
        request.status(409);
        json(request, Map.of("conflict", conflict.file()));
    }

    /** Says why not: on a page to who wants a page, else as JSON. */
    static void refuse(Context request, int status, String words) {
        request.status(status);
        if (String.valueOf(request.header("Accept")).contains("text/html")) {
            Page page =
                    new Page(Words.of("trouble.title"), nonce(request)).with(h1(Words.of("trouble.title")), p(words));
            boolean isLetIn = status != 401 && status != 403;
            request.html((isLetIn ? page.with(p(a(Words.of("page.roadmap")).withHref("/"))) : page.leadingNowhere())
                    .render());
        } else {
            json(request, Map.of("trouble", words));
        }
    }
}
