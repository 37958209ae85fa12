package gradus.web;

import gradus.cli.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;

/** The pages of another module, which are only looked at. */
record PagesSite(Pages pages) implements Site {
    @Override
    public String command() {
        return pages.command();
    }

    @Override
    public String first() {
        return pages.first();
    }

    @Override
    public void route(RoutesConfig routes) {
        // Browsers ask for it, whatever the page says.
        routes.get("/favicon.ico", request -> request.status(204));
        routes.get("/", request -> answer(request, "/"));
        routes.get("/<path>", request -> answer(request, "/" + request.pathParam("path")));
    }

    private void answer(Context request, String asked) {
        String path = pages.inFull(asked.replaceFirst("^/+", "/"));
        if (!path.equals(asked) || request.path().length() > 1 && request.path().endsWith("/")) {
            // Links of a page lead on from its own path, so a page is not shown under another one.
            request.redirect(encoded(path));
            return;
        }
        Pages.Page page = pages.at(path, Reply.nonce(request)).orElseThrow(() -> new Trouble(404, "trouble.page"));
        request.status(page.status()).contentType(page.type()).result(page.text());
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new Trouble(404, "trouble.page");
        }
    }

    @Override
    public void refuse(Context request, int status, String words) {
        request.status(status)
                .contentType(ContentType.TEXT_HTML)
                .result(pages.refusal(words, status != 401 && status != 403, Reply.nonce(request)));
    }

    @Override
    public void close() {
        // Pages hold nothing open.
    }
}
