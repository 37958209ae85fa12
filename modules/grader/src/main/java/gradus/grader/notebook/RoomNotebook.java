package gradus.grader.notebook;

import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The notebook of a room, made from its statement and its starter. */
public final class RoomNotebook {
    private static final String LOOK = "\n## Look\n";

    private final Roadmap roadmap;
    private final Room room;

    public RoomNotebook(Roadmap roadmap, Room room) {
        this.roadmap = roadmap;
        this.room = room;
    }

    public String fileName() {
        return room.id() + ".ipynb";
    }

    /** The notebook that learners get. */
    public String text() {
        return text(Starter::of);
    }

    /** The same with the reference in place of the starter. */
    public String solved() {
        return text(source -> new Source(
                source.path(),
                source.text()
                        .replaceAll(
                                "(?m)^\\s*// (begin solution: .*(\\R\\s*// (?!end solution).*)*|end solution)\\R",
                                "")));
    }

    private String text(UnaryOperator<Source> code) {
        String statement = room.statement().strip();
        int look = statement.indexOf(LOOK);
        Notebook notebook = new Notebook(room.id())
                .words("statement", statement.substring(0, look < 0 ? statement.length() : look) + "\n\n" + before())
                .code("start", call("start"));
        List<Source> sources = sources();
        notebook.words("your-code", yourCode(sources));
        for (Source source : sources) {
            String name = source.fileName().replace(".java", "");
            notebook.code(name.toLowerCase(java.util.Locale.ROOT), cellOf(code.apply(source)));
        }
        notebook.words(
                        "to-check",
                        "## Check\n\nRun your cell, then this one. It gives the verdict of `gradus check " + room.id()
                                + "`, and counts as that does.")
                .code("check", call("check"));
        if (!room.hints().isEmpty()) {
            notebook.words(
                            "stuck",
                            "## Stuck?\n\nThere are " + room.hints().size()
                                    + " hints. Each run of the next cell shows one more; the first are questions, the last says"
                                    + " almost everything.")
                    .code("hint", call("hint"));
        }
        if (room.figure().isPresent()) {
            notebook.words(
                            "to-draw",
                            "## Picture\n\nThe picture calls your class, and draws the reference's result beside it.")
                    .code("figure", call("figure"));
        }
        if (look >= 0) {
            notebook.words("look", statement.substring(look).strip());
        }
        return notebook.words("next", after()).text();
    }

    private String call(String what) {
        return "Lab." + what + "(\"" + room.id() + "\")";
    }

    /** A file comes after those that it names, because cells run one after the other; what is given comes early. */
    private List<Source> sources() {
        List<Source> rest = new ArrayList<>(RoomClasses.read(room, room.sources()));
        rest.sort(Comparator.comparing(Starter::isMarked));
        List<Source> sorted = new ArrayList<>();
        while (!rest.isEmpty()) {
            Source next = rest.stream()
                    .filter(source -> rest.stream().noneMatch(other -> other != source && names(source, other)))
                    .findFirst()
                    .orElse(rest.get(0));
            sorted.add(next);
            rest.remove(next);
        }
        return sorted;
    }

    private static boolean names(Source source, Source other) {
        return Pattern.compile("\\b" + other.fileName().replace(".java", "") + "\\b")
                .matcher(source.text().replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", ""))
                .find();
    }

    private static String yourCode(List<Source> sources) {
        String given = sources.stream()
                .filter(source -> !Starter.isMarked(source))
                .map(source -> "`" + source.fileName().replace(".java", "") + "`")
                .collect(Collectors.joining(", "));
        return "## Your code\n\nFill in what is marked with TODO, and run the cell. "
                + (given.isEmpty() ? "" : "What comes first is given: " + given + ". ")
                + "You may run it as often as you like: what counts is how the class stood when it ran last.";
    }

    /**
     * A file as a cell: classes of cells have no package. So nothing can be imported from the room's own; its nested
     * types are named with the class around them.
     */
    private String cellOf(Source source) {
        String text = source.text().replaceFirst("(?m)^package [\\w.]+;\\R", "");
        Pattern nested = Pattern.compile("(?m)^import " + Pattern.quote(room.packageName()) + "\\.(\\w+)\\.(\\w+);\\R");
        for (MatchResult found : nested.matcher(text).results().toList()) {
            text = text.replace(found.group(), "")
                    .replaceAll("(?<![.\\w])" + found.group(2) + "\\b", found.group(1) + "." + found.group(2));
        }
        return text.strip();
    }

    private String before() {
        String rooms = room.requires().isEmpty()
                ? "no other room"
                : room.requires().stream().map(this::link).collect(Collectors.joining(", "));
        return "---\n\n*Level " + room.level() + " of 5, about " + room.minutes() + " minutes. It stands on " + rooms
                + ". What you have not solved is there all the same: the lab's own solution stands in.*";
    }

    private String after() {
        List<Room> rooms = roadmap.rooms();
        int index = rooms.indexOf(room);
        String builds = rooms.stream()
                .filter(other -> other.requires().contains(room.id()))
                .map(other -> link(other.id()))
                .collect(Collectors.joining(", "));
        Optional<Room> next = index + 1 < rooms.size() ? Optional.of(rooms.get(index + 1)) : Optional.empty();
        return "## Next\n\n"
                + (builds.isEmpty() ? "" : "On this room stand: " + builds + ".\n\n")
                + next.map(other -> "The next room of the roadmap: " + link(other.id()) + ".\n\n")
                        .orElse("")
                + "`Lab.solution(\"" + room.id() + "\")` shows the lab's own solution once you have yours, and"
                + " `Lab.progress()` all rooms. [All about notebooks](00-welcome.ipynb)";
    }

    private String link(String id) {
        String title = roadmap.room(id).map(Room::title).orElse(id);
        return "[" + title + "](" + id + ".ipynb)";
    }
}
