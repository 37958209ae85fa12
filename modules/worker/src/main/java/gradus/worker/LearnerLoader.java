package gradus.worker;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defines classes of rooms from bytes, and names them on the wire by their own names. */
public final class LearnerLoader extends RoomLoader {
    private final Map<String, byte[]> classes;

    /** @param classes class files by binary name */
    public LearnerLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super(parent);
        this.classes = new HashMap<>(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected boolean hasRoomType(String name) {
        return classes.containsKey(name);
    }

    @Override
    public @Nullable String wire(Class<?> type) {
        return type.getClassLoader() == this
                        && !type.isHidden()
                        && !type.isAnonymousClass()
                        && !type.isLocalClass()
                        && !Modifier.isPrivate(type.getModifiers())
                        && hasRoomType(type.getName())
                ? type.getName()
                : null;
    }
}
