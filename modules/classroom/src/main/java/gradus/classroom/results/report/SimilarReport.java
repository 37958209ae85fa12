package gradus.classroom.results.report;

import static j2html.TagCreator.each;
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

import gradus.classroom.AssignedRoom;
import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Titles;
import gradus.classroom.similar.Jplag;
import gradus.classroom.similar.RoomFindings;
import gradus.classroom.similar.RoomFindings.Alike;
import gradus.classroom.similar.RoomFindings.Group;
import gradus.classroom.similar.RoomFindings.LikeReference;
import j2html.tags.DomContent;
import j2html.tags.specialized.SpanTag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whose work is alike, for who teaches the class: groups, and for each pair their files side by side. */
public final class SimilarReport {
    /** More than a person compares by eye. */
    private static final int SHOWN = 20;

    private final Assignment assignment;
    private final List<RoomFindings> rooms;
    private final int threshold;
    private final Titles titles;
    private int pairs;

    private SimilarReport(Assignment assignment, List<RoomFindings> rooms, int threshold, Titles titles) {
        this.assignment = assignment;
        this.rooms = rooms;
        this.threshold = threshold;
        this.titles = titles;
    }

    /**
     * Writes a page in HTML that needs no other file.
     *
     * @param threshold the least similarity of a pair that is told of, in percent
     */
    public static String of(Assignment assignment, List<RoomFindings> rooms, int threshold, Titles titles) {
        return new SimilarReport(assignment, rooms, threshold, titles).page();
    }

    private String page() {
        String title = PlainText.line(assignment.title());
        List<DomContent> parts = new ArrayList<>();
        parts.add(h1(title + ": alike"));
        parts.add(p(
                "This page says which texts are alike, not why. A short room has few ways to be written, and people who"
                        + " never met may write the same. Look at them together before you ask anybody."));
        parts.add(p("Alike are works that share " + threshold
                        + " % or more of what they have beyond the starter, whatever"
                        + " its names, its comments and its order. What is shorter than nine tokens counts as different,"
                        + " so a copy may have less than 100 %.")
                .withClass("quiet"));
        addOthers(parts);
        rooms.forEach(room -> addRoom(parts, room));
        return Page.of(
                title + ": alike",
                Frame.NONE,
                main().with(parts),
                footer(p("Compared by JPlag " + Jplag.VERSION + " (" + Jplag.SOURCE + ").")));
    }

    private void addOthers(List<DomContent> parts) {
        String others = assignment.rooms().stream()
                .map(AssignedRoom::room)
                .filter(id -> rooms.stream().noneMatch(room -> room.room().equals(id)))
                .map(titles::room)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            parts.add(p("Rooms of the assignment that are not compared on this page: " + others + "."));
        }
    }

    private void addRoom(List<DomContent> parts, RoomFindings room) {
        parts.add(h2(
                text(titles.room(room.room())),
                span(" " + Elements.people(room.compared()) + " compared").withClass("quiet")));
        parts.add(p(room.measures()));
        if (room.groups().isEmpty()) {
            parts.add(p("No two are alike by " + threshold + " % or more"
                    + (room.likeReference().isEmpty() ? "." : ", but for what is like the reference.")));
        }
        room.groups().forEach(group -> addGroup(parts, group));
        if (!room.likeReference().isEmpty()) {
            parts.add(h3("Like the reference"));
            parts.add(ul(each(room.likeReference(), SimilarReport::like)).withClass("people"));
        }
        if (!room.notCompared().isEmpty()) {
            parts.add(h3("Not compared"));
            parts.add(ul(each(
                            room.notCompared().entrySet(),
                            entry -> li(
                                    Elements.name(entry.getKey()),
                                    text(": it " + entry.getValue().words()))))
                    .withClass("people"));
        }
    }

    private static DomContent like(LikeReference like) {
        return li(
                Elements.name(like.person()),
                span(like.isEqual() ? " " + RoomFindings.EQUAL : " " + RoomFindings.percent(like.similarity()))
                        .withClass("quiet"));
    }

    private void addGroup(List<DomContent> parts, Group group) {
        parts.add(h3(text("Alike: "), names(group.people())));
        List<Alike> shown =
                group.pairs().subList(0, Math.min(SHOWN, group.pairs().size()));
        for (Alike pair : shown) {
            pairs++;
            parts.add(new SideBySide(pair, "pair" + pairs)
                    .of(
                            text(RoomFindings.percent(pair.similarity()) + " "),
                            both(pair),
                            text(pair.isEqual() ? ", " + RoomFindings.EQUAL : "")));
        }
        if (shown.size() < group.pairs().size()) {
            parts.add(p((group.pairs().size() - shown.size()) + " pairs more are not shown here.")
                    .withClass("quiet"));
        }
    }

    private static DomContent both(Alike pair) {
        return names(List.of(pair.first().person(), pair.second().person()));
    }

    private static DomContent names(List<Person> people) {
        SpanTag names = span();
        for (int i = 0; i < people.size(); i++) {
            names.with(text(i == 0 ? "" : i == people.size() - 1 ? " and " : ", "), Elements.name(people.get(i)));
        }
        return names;
    }
}
