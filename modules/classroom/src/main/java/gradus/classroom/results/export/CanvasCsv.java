package gradus.classroom.results.export;

import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A gradebook as Canvas imports it.
 *
 * <p>Canvas finds people by ID, then SIS User ID, then SIS Login ID, and the assignment by the number in parentheses
 * behind its title, else by its title. An empty cell changes nothing: it stands for those who handed in nothing, so
 * that an excuse or Canvas's own rule for missing work stays, and for those of whose work not all is graded.
 *
 * <p>Source: Instructure, {@code lib/gradebook_exporter.rb} and {@code lib/gradebook_importer.rb} of
 * instructure/canvas-lms.
 */
public final class CanvasCsv {
    private static final String[] IDENTITIES = {"canvas:ID", "canvas:SIS User ID", "canvas:SIS Login ID"};

    private CanvasCsv() {}

    /**
     * Writes a gradebook.
     *
     * @param canvasId the assignment's number in Canvas; without one, Canvas looks for its title
     * @throws Trouble if the roster does not say who somebody is in Canvas
     */
    public static String of(Gradebook gradebook, OptionalLong canvasId) {
        Identities.require(gradebook, "Canvas", "its gradebook", IDENTITIES);
        Assignment assignment = gradebook.assignment();
        String title = Table.words(assignment.title());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Student",
                "ID",
                "SIS User ID",
                "SIS Login ID",
                "Section",
                canvasId.isEmpty() ? title : title + " (" + canvasId.getAsLong() + ")"));
        rows.add(List.of("    Points Possible", "", "", "", "", Points.text(assignment.points())));
        for (PersonResult result : gradebook.people()) {
            rows.add(row(result));
        }
        return Table.of(rows);
    }

    private static List<String> row(PersonResult result) {
        Person person = result.person();
        String name = person.column("canvas:Student");
        List<String> row = new ArrayList<>();
        row.add(Table.words(name.isEmpty() ? person.name() : name));
        Stream.of(IDENTITIES).map(person::column).map(Table::identity).forEach(row::add);
        row.add(Table.words(person.column("canvas:Section")));
        row.add(Scores.ofWhatWasHandedIn(result));
        return row;
    }
}
