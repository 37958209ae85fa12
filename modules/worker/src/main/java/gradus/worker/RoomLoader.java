package gradus.worker;

import org.jspecify.annotations.Nullable;

/** Defines types of rooms, each under its own name on the wire. */
public abstract class RoomLoader extends ClassLoader implements Names {
    protected RoomLoader(ClassLoader parent) {
        super(parent);
    }

    /** Whether this loader has a type of a room of that name. */
    protected abstract boolean hasRoomType(String name);

    @Override
    public final @Nullable Class<?> local(String wireName) {
        if (!hasRoomType(wireName)) {
            return null;
        }
        try {
            return loadClass(wireName);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
