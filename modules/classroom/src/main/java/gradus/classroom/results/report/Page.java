package gradus.classroom.results.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.title;

import j2html.Config;
import j2html.TagCreator;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.StyleTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The frame of all reports: one file that needs no other, and lets a browser run and load nothing. */
final class Page {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    private static final String STYLE = resource("report.css");

    private Page() {}

    /** A page of some parts, well-formed as XML too. */
    static String of(String title, Frame frame, DomContent... parts) {
        try {
            return "<!DOCTYPE html>\n"
                    + html(
                                    head(
                                            meta().withCharset("utf-8"),
                                            meta().attr("http-equiv", "Content-Security-Policy")
                                                    .withContent(POLICY),
                                            meta().withName("viewport")
                                                    .withContent("width=device-width, initial-scale=1"),
                                            meta().withName("color-scheme").withContent("light dark"),
                                            title(title),
                                            style(frame.nonce())),
                                    body().with(frame.parts()).with(parts))
                            .withLang("en")
                            .render(FlatHtml.inMemory(Config.defaults().withEmptyTagsClosed(true)))
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StyleTag style(String nonce) {
        StyleTag style = TagCreator.style(rawHtml(STYLE));
        return nonce.isEmpty() ? style : style.attr("nonce", nonce);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
