package gradus.catalogue;

/** A line of a chapter: a room that is built, or one that is planned. */
public sealed interface Entry permits Room, Planned {
    /** Name in commands and on disk, for example {@code vector-ops}. */
    String id();

    /** Name for people, for example {@code Vectors, projections, bases}. */
    String title();
}
