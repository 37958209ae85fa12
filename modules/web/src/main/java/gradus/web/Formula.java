package gradus.web;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** A formula in a statement, between {@code $} or {@code $$}. */
final class Formula extends CustomNode {
    private final String tex;
    private final boolean isDisplayed;

    Formula(String tex, boolean isDisplayed) {
        this.tex = tex;
        this.isDisplayed = isDisplayed;
    }

    /** Finds formulas before Markdown sees the underscores in them. */
    static final class Finder implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Finder::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            Scanner scanner = state.scanner();
            int dollars = scanner.matchMultiple('$');
            if (dollars > 2) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            while (scanner.find('$') >= 0) {
                Position end = scanner.position();
                if (scanner.matchMultiple('$') == dollars) {
                    String tex = scanner.getSource(start, end).getContent();
                    return ParsedInline.of(new Formula(tex, dollars == 2), scanner.position());
                }
            }
            return ParsedInline.none();
        }
    }

    /** Writes formulas as text that MathJax finds. */
    static final class Writer implements NodeRenderer {
        private final HtmlWriter html;

        Writer(HtmlNodeRendererContext context) {
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Formula.class);
        }

        @Override
        public void render(Node node) {
            Formula formula = (Formula) node;
            html.raw(formula.isDisplayed ? "<span class=\"formula displayed\">\\[" : "<span class=\"formula\">\\(");
            html.text(formula.tex);
            html.raw(formula.isDisplayed ? "\\]</span>" : "\\)</span>");
        }
    }
}
