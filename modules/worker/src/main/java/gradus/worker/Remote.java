package gradus.worker;

import org.jspecify.annotations.Nullable;

/** Implemented by stand-ins of classes: objects on this side for objects of the other side. */
public interface Remote {
    @Nullable
    Ref gradus$ref();
}
