package gradus.cli;

import gradus.catalogue.Chapter;
import gradus.catalogue.Entry;
import gradus.catalogue.Room;
import gradus.grader.author.NewRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins a room. */
@Command(name = "new", description = "Begins a room: its folder with all files, to be filled in.")
final class DevNewCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "CHAPTER", description = "Id of a chapter in exercises/roadmap.yaml.")
    private String chapterId = "";

    @Parameters(index = "1", paramLabel = "ROOM", description = "Id of a planned room of that chapter.")
    private String roomId = "";

    DevNewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<Chapter> chapters = session.checkout().roadmap().chapters();
        Chapter chapter = chapters.stream()
                .filter(candidate -> candidate.id().equals(chapterId))
                .findFirst()
                .orElseThrow(() -> new Usage("There is no chapter '" + chapterId + "'. The chapters are "
                        + chapters.stream().map(Chapter::id).collect(Collectors.joining(", ")) + "."));
        Entry entry = chapter.entries().stream()
                .filter(candidate -> candidate.id().equals(roomId))
                .findFirst()
                .orElseThrow(() -> new Usage("The roadmap names no room '" + roomId + "' in chapter " + chapterId
                        + ". Add a line for it there first."));
        if (entry instanceof Room room) {
            throw new Usage("The room " + roomId + " is there already, in " + room.folder() + ".");
        }
        Path folder = NewRoom.create(chapter, entry);
        session.say("Begun: " + folder);
        session.tell("Fill in the files, then '" + session.call("dev check " + roomId)
                + "' says what is still missing. docs/authoring.md tells how to write a room.");
        return ExitCode.OK;
    }
}
