package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.catalogue.Chapter;
import gradus.catalogue.Compiled;
import gradus.catalogue.Entry;
import gradus.catalogue.Room;
import gradus.grader.workspace.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists chapters and rooms. */
@Command(name = "roadmap", description = "Lists chapters and rooms, and which of them you solved.")
final class RoadmapCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--all", description = "Names planned rooms too.")
    private boolean all;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    RoadmapCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Progress progress = session.workspace().progress();
        List<Chapter> chapters = session.checkout().roadmap().chapters().stream()
                .map(RoadmapCommand::toSolve)
                .filter(chapter -> !chapter.entries().isEmpty())
                .toList();
        if (json) {
            session.json(json(chapters, progress));
            return ExitCode.OK;
        }
        for (Chapter chapter : chapters) {
            int planned = chapter.entries().size() - chapter.rooms().size();
            session.say(session.ink().strong(chapter.title())
                    + session.ink().faint(planned == 0 ? "" : "  (" + planned + " planned)"));
            for (Entry entry : chapter.entries()) {
                if (entry instanceof Room || all) {
                    session.say(line(entry, status(entry, progress)));
                }
            }
        }
        session.say("");
        session.tell(Gradus.Next.of(session, progress));
        return ExitCode.OK;
    }

    private static Chapter toSolve(Chapter chapter) {
        return new Chapter(
                chapter.id(),
                chapter.title(),
                chapter.folder(),
                chapter.entries().stream()
                        .filter(entry -> !(entry instanceof Compiled))
                        .toList());
    }

    private String line(Entry entry, String status) {
        String word = String.format("%-12s", status.replace('-', ' '));
        String coloured = status.equals("passed")
                ? session.ink().good(word)
                : status.equals("started")
                        ? session.ink().strong(word)
                        : session.ink().faint(word);
        return "  " + coloured + String.format("%-24s", entry.id()) + " " + entry.title();
    }

    private static String status(Entry entry, Progress progress) {
        return entry instanceof Room ? progress.word(entry.id()) : "planned";
    }

    private static JsonObject json(List<Chapter> chapters, Progress progress) {
        JsonArray array = new JsonArray();
        for (Chapter chapter : chapters) {
            JsonArray rooms = new JsonArray();
            for (Entry entry : chapter.entries()) {
                JsonObject room = new JsonObject();
                room.addProperty("id", entry.id());
                room.addProperty("title", entry.title());
                room.addProperty("status", status(entry, progress));
                if (entry instanceof Room built) {
                    JsonArray requires = new JsonArray();
                    built.requires().forEach(requires::add);
                    room.add("requires", requires);
                    room.addProperty("level", built.level());
                    room.addProperty("minutes", built.minutes());
                }
                rooms.add(room);
            }
            JsonObject json = new JsonObject();
            json.addProperty("id", chapter.id());
            json.addProperty("title", chapter.title());
            json.add("rooms", rooms);
            array.add(json);
        }
        JsonObject root = new JsonObject();
        root.add("chapters", array);
        return root;
    }
}
