package gradus.classroom.results;

import gradus.catalogue.Roadmap;
import gradus.catalogue.Stage;

/** What rooms and stages are called; those that the roadmap does not know go by their ids and numbers. */
public record Titles(Roadmap roadmap) {
    /** The title of a room, by its id. */
    public String room(String id) {
        return roadmap.room(id).map(room -> room.title()).orElse(id);
    }

    /** Such as {@code Stage 2: Go to scores and back}. */
    public String stage(String room, int number) {
        return roadmap.room(room)
                .flatMap(found -> found.stages().stream()
                        .filter(stage -> stage.number() == number)
                        .findFirst())
                .map(Stage::title)
                .map(title -> "Stage " + number + ": " + title)
                .orElse("Stage " + number);
    }
}
