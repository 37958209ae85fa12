package gradus.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.title;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The frame of all pages. */
final class Page {
    /** Escapes what would end a script. */
    static final Gson GSON = new GsonBuilder().disableInnerClassSerialization().create();

    private final String title;
    private final String nonce;
    private final List<String> scripts = new ArrayList<>();
    private final List<DomContent> content = new ArrayList<>();
    private boolean leadsOn = true;

    Page(String title, String nonce) {
        this.title = title;
        this.nonce = nonce;
    }

    /** Adds content below what is there. */
    Page with(DomContent... more) {
        content.addAll(List.of(more));
        return this;
    }

    /** Leaves out the ways to other pages: for who is not let in. */
    Page leadingNowhere() {
        leadsOn = false;
        return this;
    }

    /** Loads a script once the page is there. */
    Page runs(String path) {
        scripts.add(path);
        return this;
    }

    /** Hands data to the page's scripts. */
    Page data(String id, Object data) {
        return with(script().withType("application/json").withId(id).with(rawHtml(GSON.toJson(data))));
    }

    String render() {
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                meta().withName("nonce").withContent(nonce),
                                title(title + " · Gradus"),
                                link().withRel("icon").withHref("data:,"),
                                link().withRel("stylesheet").withHref("/lib/codemirror/lib/codemirror.css"),
                                link().withRel("stylesheet").withHref("/assets/lab.css")),
                        body(
                                        a(Words.of("page.skip"))
                                                .withHref("#content")
                                                .withClass("skip"),
                                        iff(leadsOn, navigation()),
                                        main().withId("content")
                                                .attr("tabindex", "-1")
                                                .with(content),
                                        footer(Words.of("page.footer")).withClass("bottom"))
                                .with(Stream.concat(Stream.of("/assets/page.js"), scripts.stream())
                                        .map(path -> script().withSrc(path).attr("defer"))))
                .withLang("en"));
    }

    private static DomContent navigation() {
        return header(
                        a("Gradus").withHref("/").withClass("brand"),
                        nav(
                                        a(Words.of("page.roadmap")).withHref("/"),
                                        a(Words.of("page.progress")).withHref("/progress"))
                                .attr("aria-label", Words.of("page.navigation")))
                .withClass("top");
    }
}
