package gradus.web;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown with formulas as HTML. */
final class Statement {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .customInlineContentParserFactory(new Formula.Finder())
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(Formula.Writer::new)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    /** A region of its own, which can be scrolled with the keyboard where the table is wider than the screen. */
    private static final String TABLE = String.format(
            "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table>", Words.of("page.table"));

    private Statement() {}

    /** A room's statement. Its title is the page's. */
    static String html(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1) {
                    heading.unlink();
                }
            }
        });
        return RENDERER.render(document).replace("<table>", TABLE).replace("</table>", "</table></div>");
    }
}
