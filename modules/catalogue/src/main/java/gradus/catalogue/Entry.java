package gradus.catalogue;

/** A line of a chapter: a room that is built, one that is planned, or one that is there compiled only. */
public sealed interface Entry permits Room, Planned, Compiled {
    /** Name in commands and on disk, for example {@code vector-ops}. */
    String id();

    /** Name for people, for example {@code Vectors, projections, bases}. */
    String title();
}
