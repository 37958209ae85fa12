package gradus.grader.standin;

import gradus.worker.Channel;
import gradus.worker.Member;
import gradus.worker.Peer;
import gradus.worker.Ref;
import gradus.worker.RemoteRecord;
import gradus.worker.WireException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The judge's end of the wire: room types are stand-ins, and the other side may only call back what it was given. */
public final class JudgePeer extends Peer {
    private final CheckLoader loader;
    private final Witness witness;

    public JudgePeer(CheckLoader loader, Channel channel, Witness witness) {
        super(loader, channel);
        this.loader = loader;
        this.witness = witness;
    }

    @Override
    protected @Nullable Object standIn(List<String> classes, Ref ref) throws IOException {
        for (String name : classes) {
            Class<?> type = loader.local(name);
            if (type != null && !type.isInterface()) {
                try {
                    Constructor<?> constructor = type.getDeclaredConstructor(Ref.class);
                    constructor.setAccessible(true);
                    return constructor.newInstance(ref);
                } catch (ReflectiveOperationException e) {
                    throw broken("an object of " + type.getSimpleName());
                }
            }
        }
        return null;
    }

    @Override
    protected Object record(Class<?> type, @Nullable Object[] components) throws IOException {
        try {
            if (RemoteRecord.class.isAssignableFrom(type)) {
                return type.getConstructor(Peer.class, Object[].class).newInstance(this, components);
            }
            RecordComponent[] declared = type.getRecordComponents();
            if (declared != null && declared.length == components.length) {
                Class<?>[] types =
                        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(components);
            }
        } catch (InvocationTargetException | IllegalArgumentException e) {
            throw broken("components that do not fit " + type.getSimpleName());
        } catch (ReflectiveOperationException e) {
            throw broken("a record " + type.getSimpleName());
        }
        throw broken("a record " + type.getSimpleName() + " with " + components.length + " components");
    }

    /** The other side may call methods of interfaces, on objects that a check handed to it. */
    @Override
    protected Executable resolve(Member member, @Nullable Object self) throws IOException {
        Executable executable = lookUp(member);
        boolean allowed = self != null
                && isExported(self)
                && executable instanceof Method method
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass().isInterface()
                && method.getDeclaringClass().isInstance(self)
                && types.crosses(method.getDeclaringClass());
        if (!allowed) {
            throw new WireException("a call of " + member.inWords());
        }
        return executable;
    }

    @Override
    protected boolean trusts() {
        return false;
    }

    @Override
    protected boolean runsDefaults() {
        return false;
    }

    @Override
    protected ClassLoader loader() {
        return loader;
    }

    @Override
    protected void arrived(Throwable thrown) {
        witness.arrived(thrown);
    }

    @Override
    protected void saw(@Nullable Object value) {
        witness.saw(value);
    }

    @Override
    protected void changedWithoutLeave(Member member, int index) {
        throw changedArgument(member, index, parameter(member, index));
    }

    private @Nullable Parameter parameter(Member member, int index) {
        try {
            Executable executable = lookUp(member);
            return index < executable.getParameterCount() ? executable.getParameters()[index] : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    @Override
    protected Throwable unreadable(WireException e) {
        return witness.broken(e);
    }
}
