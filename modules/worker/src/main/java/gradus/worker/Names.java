package gradus.worker;

import org.jspecify.annotations.Nullable;

/** What the types of the rooms are called on the wire, and which class stands for each on this side. */
public interface Names {
    /** The class on this side for a room type, or null if there is none. */
    @Nullable
    Class<?> local(String wireName);

    /**
     * The wire name of a class, or null if it is no type of a room that the other side can name: anonymous, local and
     * private classes never are.
     */
    @Nullable
    String wire(Class<?> type);
}
