package gradus.classroom.similar;

import gradus.classroom.Person;
import gradus.grader.source.Source;
import java.util.List;

/**
 * Somebody's work for one room.
 *
 * @param sources their files, at least one
 */
public record Candidate(Person person, List<Source> sources) {
    /** The name of the file that a place is in. */
    public String file(Place place) {
        return sources.get(place.file()).fileName();
    }

    /** Such as {@code Pca.java:12-20}. */
    public String where(Place place) {
        return file(place) + ":" + place.first() + "-" + place.last();
    }
}
