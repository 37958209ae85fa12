package gradus.classroom.results.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ul;

import gradus.classroom.results.PlainText;
import j2html.tags.DomContent;
import java.util.List;

/**
 * What a page has beside its content.
 *
 * @param nonce what the page's styles are marked with; empty where nobody asks for it
 * @param ways that lead to other pages
 */
record Frame(String nonce, List<Way> ways) {
    /** Of a page that stands alone. */
    static final Frame NONE = new Frame("", List.of());

    /**
     * A way to another page.
     *
     * @param to its path from this page
     */
    record Way(String words, String to) {}

    List<DomContent> parts() {
        return ways.isEmpty()
                ? List.of()
                : List.of(nav(ul(each(
                                ways, way -> li(a(PlainText.line(way.words())).withHref(way.to())))))
                        .withClass("ways")
                        .attr("aria-label", "Reports"));
    }
}
