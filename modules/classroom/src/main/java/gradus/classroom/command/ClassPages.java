package gradus.classroom.command;

import gradus.catalogue.CatalogueException;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Trouble;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Titles;
import gradus.classroom.results.report.AssignmentList;
import gradus.classroom.results.report.AssignmentList.Item;
import gradus.classroom.results.report.Figures;
import gradus.classroom.results.report.Picture;
import gradus.classroom.results.report.Pictures;
import gradus.classroom.results.report.Report;
import gradus.cli.Pages;
import gradus.grader.room.BrokenRoom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports of a class as pages, each made of the class as it is when it is asked for. Whatever a path says, it is
 * only looked for among the names of assignments and of their reports' files.
 */
final class ClassPages implements Pages {
    private static final String HTML = "text/html; charset=utf-8";

    private final ClassSession session;
    private final String first;
    private final boolean hasFigures;
    private final Object drawing = new Object();

    /** @param hasFigures whether submissions are run again to draw their figures */
    ClassPages(ClassSession session, String first, boolean hasFigures) {
        this.session = session;
        this.first = first;
        this.hasFigures = hasFigures;
    }

    @Override
    public String command() {
        return "gradus class serve";
    }

    @Override
    public String first() {
        return first;
    }

    @Override
    public String refusal(String words, boolean isLetIn, String nonce) {
        return AssignmentList.refusal(words, isLetIn, nonce);
    }

    /** The folder of an assignment is short for the page about the class. What is in the way, the page itself says. */
    @Override
    public String inFull(String path) {
        try {
            boolean isAssignment = session.course().assignments().contains(path.substring(1));
            return isAssignment ? path + "/" + Report.INDEX : path;
        } catch (Trouble e) {
            return path;
        }
    }

    @Override
    public Optional<Page> at(String path, String nonce) {
        try {
            if (path.equals("/")) {
                return Optional.of(new Page(200, HTML, list(nonce)));
            }
            int slash = path.indexOf('/', 1);
            String id = path.substring(1, Math.max(1, slash));
            if (!session.course().assignments().contains(id)) {
                return Optional.empty();
            }
            String file = path.substring(slash + 1);
            return report(id, nonce).file(file).map(text -> new Page(200, type(file), text));
        } catch (Trouble | CatalogueException | BrokenRoom e) {
            return Optional.of(notNow(String.valueOf(e.getMessage()), nonce));
        } catch (IOException e) {
            return Optional.of(notNow("A file cannot be read: " + e.getMessage(), nonce));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(notNow("The lab is being closed.", nonce));
        }
    }

    private Page notNow(String why, String nonce) {
        return new Page(503, HTML, refusal(why, true, nonce));
    }

    /** Data are shown as text rather than loaded down: they would stay on the disk. */
    private static String type(String file) {
        return file.endsWith(".html") ? HTML : "text/plain; charset=utf-8";
    }

    private synchronized String list(String nonce) throws IOException, InterruptedException {
        Course course = session.course();
        List<Item> items = new ArrayList<>();
        for (String id : course.assignments()) {
            items.add(item(id));
        }
        return AssignmentList.of(course.name(), items, nonce);
    }

    private Item item(String id) throws IOException, InterruptedException {
        try {
            return session.look(
                    session.assignment(id),
                    (run, grades) -> new Item.Seen(ClassSummary.of(run.gradebook()), run.ungraded()));
        } catch (Trouble e) {
            return new Item.Broken(id, String.valueOf(e.getMessage()));
        }
    }

    private synchronized Report report(String id, String nonce) throws IOException, InterruptedException {
        Assignment assignment = session.assignment(id);
        return session.look(
                assignment,
                (run, grades) -> Report.inLab(
                        run.gradebook(),
                        new Titles(session.roadmap()),
                        hasFigures ? result -> drawn(run, result) : Pictures.NONE,
                        grades.deeds(assignment.id()),
                        nonce));
    }

    /** One at a time, so that the machine is not full of sandboxes. */
    private Map<String, Picture> drawn(ClassRun run, PersonResult result) throws IOException {
        synchronized (drawing) {
            try (Figures figures = session.figures()) {
                return new DrawnWork(run, figures).of(result);
            }
        }
    }
}
