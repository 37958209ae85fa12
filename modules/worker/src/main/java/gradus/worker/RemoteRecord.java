package gradus.worker;

import org.jspecify.annotations.Nullable;

/** Implemented by stand-ins of records: they hold their components here, their operations live on the other side. */
public interface RemoteRecord {
    @Nullable
    Peer gradus$peer();
}
