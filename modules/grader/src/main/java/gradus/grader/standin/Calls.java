package gradus.grader.standin;

import gradus.worker.Member;
import gradus.worker.Peer;
import gradus.worker.Ref;
import gradus.worker.Remote;
import gradus.worker.RemoteRecord;
import org.jspecify.annotations.Nullable;

/** What the generated code of stand-ins calls. */
public final class Calls {
    private Calls() {}

    public static @Nullable Object invoke(
            Class<?> owner,
            String name,
            String descriptor,
            long changed,
            @Nullable Object self,
            @Nullable Object[] arguments)
            throws Throwable {
        return peerOf(owner, self).call(new Member(owner.getName(), name, descriptor), changed, self, arguments);
    }

    public static Ref construct(Class<?> owner, String descriptor, long changed, @Nullable Object[] arguments)
            throws Throwable {
        return peer(owner).construct(new Member(owner.getName(), Member.CONSTRUCTOR, descriptor), changed, arguments);
    }

    public static @Nullable Object[] constructRecord(
            Class<?> owner, String descriptor, long changed, @Nullable Object[] arguments) throws Throwable {
        Member member = new Member(owner.getName(), Member.CONSTRUCTOR, descriptor);
        return peer(owner).constructRecord(member, changed, arguments);
    }

    public static void bind(Ref ref, Object object) {
        ref.peer().bind(ref, object);
    }

    /** The side to which new objects and static calls of a stand-in's class belong now. */
    public static Peer peer(Class<?> owner) {
        return ((CheckLoader) owner.getClassLoader()).peer();
    }

    private static Peer peerOf(Class<?> owner, @Nullable Object self) {
        if (self instanceof Remote remote) {
            Ref ref = remote.gradus$ref();
            if (ref != null) {
                return ref.peer();
            }
        }
        if (self instanceof RemoteRecord stored) {
            Peer peer = stored.gradus$peer();
            if (peer != null) {
                return peer;
            }
        }
        return peer(owner);
    }
}
