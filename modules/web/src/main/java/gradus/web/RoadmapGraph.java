package gradus.web;

import static j2html.TagCreator.each;
import static j2html.TagCreator.tag;

import gradus.catalogue.Chapter;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The rooms that are built as a graph: chapters from top to bottom, and a line from each room to what stands on it. Who
 * cannot see it has the list below it, which says the same in words.
 */
final class RoadmapGraph {
    private static final int WIDTH = 1180;
    private static final int LEFT = 165;
    private static final int GAP_X = 12;
    private static final int GAP_Y = 14;
    private static final int GAP_CHAPTER = 30;
    private static final int PER_ROW = 7;
    private static final int BOX_WIDTH = (WIDTH - LEFT - (PER_ROW - 1) * GAP_X) / PER_ROW;
    private static final int BOX_HEIGHT = 40;

    /** Letters that fit into one of the two lines of a box, and into a chapter's name at the left. */
    private static final int LETTERS = 19;

    private static final int LETTERS_OF_CHAPTER = 18;

    /** Where a room's box lies. */
    private record Box(Room room, int x, int y) {
        int middle() {
            return x + BOX_WIDTH / 2;
        }
    }

    private record Heading(Chapter chapter, int y) {}

    private final Function<Room, String> word;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Heading> headings = new ArrayList<>();
    private final int height;

    /** @param word the status of a room */
    RoadmapGraph(Roadmap roadmap, Function<Room, String> word) {
        this.word = word;
        int y = 1;
        for (Chapter chapter : roadmap.chapters()) {
            List<Room> rooms = chapter.rooms();
            if (rooms.isEmpty()) {
                continue;
            }
            headings.add(new Heading(chapter, y));
            for (int i = 0; i < rooms.size(); i++) {
                Room room = rooms.get(i);
                int x = LEFT + i % PER_ROW * (BOX_WIDTH + GAP_X);
                boxes.put(room.id(), new Box(room, x, y + i / PER_ROW * (BOX_HEIGHT + GAP_Y)));
            }
            int nRows = (rooms.size() + PER_ROW - 1) / PER_ROW;
            y += nRows * (BOX_HEIGHT + GAP_Y) + GAP_CHAPTER;
        }
        height = y - GAP_CHAPTER;
    }

    DomContent drawn() {
        return tag("svg")
                .withId("graph")
                .attr("viewBox", "0 0 " + WIDTH + " " + height)
                .attr("aria-hidden", "true")
                .with(
                        each(headings, this::heading),
                        each(boxes.values(), this::lines),
                        each(boxes.values(), this::box));
    }

    private DomContent heading(Heading heading) {
        return text(heading.chapter.title(), LETTERS_OF_CHAPTER, 0, heading.y + BOX_HEIGHT / 2, "chapter-name");
    }

    private DomContent lines(Box box) {
        List<Box> needed = box.room.requires().stream()
                .filter(boxes::containsKey)
                .map(boxes::get)
                .toList();
        return each(
                needed,
                from -> tag("path")
                        .withClass("need-line")
                        .withData("from", from.room.id())
                        .withData("to", box.room.id())
                        .attr("d", way(from, box)));
    }

    /** From below one box to above the other; on one row, in a bow from below to below. */
    private static String way(Box from, Box to) {
        int start = from.y + BOX_HEIGHT;
        boolean isOnOneRow = from.y == to.y;
        int end = isOnOneRow ? start : to.y;
        int bend = isOnOneRow ? start + GAP_Y / 2 + 3 : (start + end) / 2;
        return String.format(
                Locale.ROOT,
                "M%d %d C%d %d %d %d %d %d",
                from.middle(),
                start,
                from.middle(),
                bend,
                to.middle(),
                bend,
                to.middle(),
                end);
    }

    private DomContent box(Box box) {
        return tag("a").attr("href", "/rooms/" + box.room.id())
                .attr("tabindex", "-1")
                .withClass("node word-" + word.apply(box.room))
                .withData("room", box.room.id())
                .with(
                        tag("title").withText(box.room.title()),
                        tag("rect")
                                .attr("x", box.x)
                                .attr("y", box.y)
                                .attr("width", BOX_WIDTH)
                                .attr("height", BOX_HEIGHT)
                                .attr("rx", 6),
                        text(box.room.title(), LETTERS, box.x + 8, box.y + BOX_HEIGHT / 2, "room-name"));
    }

    /** Words in one or two lines around a height. */
    private static ContainerTag<?> text(String words, int letters, int x, int y, String name) {
        List<String> lines = wrapped(words, letters);
        ContainerTag<?> text = tag("text").withClass(name);
        for (int i = 0; i < lines.size(); i++) {
            text.with(tag("tspan")
                    .attr("x", x)
                    .attr("y", y + 4 + (i * 2 - (lines.size() - 1)) * 7)
                    .withText(lines.get(i)));
        }
        return text;
    }

    private static List<String> wrapped(String words, int letters) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : words.split(" ")) {
            int last = lines.size() - 1;
            String longer = lines.get(last).isEmpty() ? word : lines.get(last) + " " + word;
            if (longer.length() <= letters) {
                lines.set(last, longer);
            } else if (last == 0 && !lines.get(0).isEmpty()) {
                lines.add(word);
            } else {
                lines.set(last, longer.substring(0, Math.min(longer.length(), letters - 1)) + "…");
                return lines;
            }
        }
        return lines;
    }
}
