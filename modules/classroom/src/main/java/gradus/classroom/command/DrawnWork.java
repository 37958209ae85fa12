package gradus.classroom.command;

import gradus.classroom.grading.ClassRun;
import gradus.classroom.grading.Work;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.report.Figures;
import gradus.classroom.results.report.Picture;
import gradus.classroom.results.report.Pictures;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the submissions that count draw, where they are graded. */
record DrawnWork(ClassRun run, Figures figures) implements Pictures {
    @Override
    public Map<String, Picture> of(PersonResult result) throws IOException {
        Map<String, Picture> pictures = new HashMap<>();
        Optional<ClassRun.Plan> plan = run.plan(result.person());
        for (RoomResult room : result.rooms()) {
            String id = room.assigned().room();
            Optional<Work> work = plan.map(found -> found.works().get(id));
            if (room.grade().isPresent() && work.isPresent()) {
                figures.of(room.grade().get(), work.get().sources()).ifPresent(picture -> pictures.put(id, picture));
            }
        }
        return pictures;
    }
}
