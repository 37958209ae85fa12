package gradus.classroom.results.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import gradus.classroom.Assignment;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Ungraded;
import gradus.classroom.results.report.Frame.Way;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/**
 * All assignments of a class, and how far each is. The report of each is in the folder of its name beside this page.
 */
public final class AssignmentList {
    /** What ways that lead here say. */
    static final String TITLE = "All assignments";

    /** What is said of an assignment. */
    public sealed interface Item {
        /**
         * How far it is.
         *
         * @param ungraded by reason
         */
        record Seen(ClassSummary summary, List<Ungraded> ungraded) implements Item {}

        /** One that cannot be looked at, and why. */
        record Broken(String id, String why) implements Item {}
    }

    private AssignmentList() {}

    /**
     * Writes a page in HTML that needs no other file.
     *
     * @param course what it is called
     * @param nonce what the page's styles are marked with
     */
    public static String of(String course, List<Item> items, String nonce) {
        String title = PlainText.line(course);
        List<DomContent> parts = new ArrayList<>();
        parts.add(h1(title));
        if (items.isEmpty()) {
            parts.add(p("This class has no assignment yet: 'gradus class assign' makes one."));
        }
        for (Item item : items) {
            if (item instanceof Item.Seen seen) {
                parts.addAll(parts(seen.summary(), seen.ungraded()));
            } else if (item instanceof Item.Broken broken) {
                parts.add(h2(broken.id()));
                parts.add(div(Elements.lines(broken.why())).withClass("callout"));
            }
        }
        return Page.of(
                title + ": assignments",
                new Frame(nonce, List.of()),
                main().with(parts),
                footer(p("All pages show the class as it was when they were loaded. Nothing can be changed here.")));
    }

    private static List<DomContent> parts(ClassSummary summary, List<Ungraded> ungraded) {
        Assignment assignment = summary.assignment();
        String folder = assignment.id() + "/";
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2(a(PlainText.line(assignment.title())).withHref(folder + Report.INDEX)));
        parts.add(p(text(assignment.id() + ", due "
                        + Elements.time(
                                assignment.due().toInstant(), assignment.due().getOffset())))
                .withClass("quiet"));
        int handedIn = summary.size() - summary.missing().size();
        parts.add(ul(
                        Elements.number(handedIn + " of " + summary.size(), "handed in"),
                        Elements.number(summary.graded().size() + " of " + handedIn, "graded so far"),
                        Elements.number(Integer.toString(summary.late().size()), "late"))
                .withClass("numbers"));
        NameLinks names = new NameLinks(folder);
        if (!ungraded.isEmpty()) {
            parts.add(h3("Not graded"));
            parts.add(ul().with(ungraded.stream()
                    .map(group -> li(
                            text(PlainText.line(group.why()) + " "),
                            span(Elements.people(group.people().size()) + ": ").withClass("quiet"),
                            names.of(group.people())))));
        }
        return parts;
    }

    /**
     * Writes a page that says why another one is not shown.
     *
     * @param isLetIn whether who reads it may see other pages
     * @param nonce what the page's styles are marked with
     */
    public static String refusal(String words, boolean isLetIn, String nonce) {
        String title = "This page is not shown";
        return Page.of(
                title,
                new Frame(nonce, isLetIn ? List.of(new Way(TITLE, "/")) : List.of()),
                main(h1(title), p(PlainText.line(words))));
    }
}
