package gradus.worker;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of the wire at which the classes of the rooms live: the learner's in a worker, the reference's in the judge.
 */
public final class LearnerPeer extends Peer {
    private final LearnerLoader loader;

    public LearnerPeer(LearnerLoader loader, Channel channel) {
        super(loader, channel);
        this.loader = loader;
    }

    @Override
    protected @Nullable Object standIn(List<String> classes, Ref ref) {
        return null;
    }

    @Override
    protected Object record(Class<?> type, @Nullable Object[] components) throws IOException {
        try {
            RecordComponent[] declared = type.getRecordComponents();
            if (declared == null || declared.length != components.length) {
                throw new MissingMember("your " + type.getSimpleName() + " should be a record with " + components.length
                        + " components");
            }
            Class<?>[] types =
                    Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw Peer.<RuntimeException>sneak(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new MissingMember("your record " + type.getSimpleName() + " has components of other types");
        }
    }

    @Override
    protected Executable resolve(Member member, @Nullable Object self) throws IOException {
        return lookUp(member);
    }

    @Override
    protected boolean trusts() {
        return true;
    }

    @Override
    protected boolean runsDefaults() {
        return true;
    }

    @Override
    protected ClassLoader loader() {
        return loader;
    }
}
