package gradus.worker;

import gradus.kit.Changed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One end of the wire: makes calls on the other side's objects and serves calls on its own.
 *
 * <p>Nothing is shared. An argument that a method changes is copied back where its parameter is marked {@link Changed},
 * and is an error otherwise.
 */
public abstract class Peer {
    private static final byte CALL = 1;
    private static final byte CONSTRUCT = 2;
    private static final byte CONSTRUCT_RECORD = 3;
    private static final byte FORGET = 4;
    private static final byte RETURN = 16;
    private static final byte THROW = 17;

    private static final int SELF = 255;
    private static final int MAX_OBJECTS = 1_000_000;
    private static final int MAX_FOUND = 1_000;

    /** The types of this side. */
    protected final Types types;

    private final Names names;
    private final Channel channel;
    private final Codec codec;
    private final List<Object> exported = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> exportedIds = new IdentityHashMap<>();
    private final Map<Integer, Object> imported = new HashMap<>();
    private final IdentityHashMap<Throwable, Integer> carried = new IdentityHashMap<>();
    private final Map<Member, Executable> found = new HashMap<>();
    private final Map<Method, Callback> callbacks = new ConcurrentHashMap<>();

    protected Peer(Names names, Channel channel) {
        this.names = names;
        this.channel = channel;
        this.types = new Types(names);
        this.codec = new Codec(this, types);
    }

    static boolean isReply(byte[] frame) {
        return frame[0] == RETURN || frame[0] == THROW;
    }

    static boolean isRequest(byte[] frame) {
        return frame[0] >= CALL && frame[0] <= FORGET;
    }

    // What differs between the two ends.

    /** Makes this side's object for an object of the other side, where it is of a class of a room. */
    protected abstract @Nullable Object standIn(List<String> classes, Ref ref) throws IOException;

    /** Makes a record of this side from its components. */
    protected abstract Object record(Class<?> type, @Nullable Object[] components) throws IOException;

    /** Finds what a call of the other side names, or refuses it. */
    protected abstract Executable resolve(Member member, @Nullable Object self) throws IOException;

    /**
     * Whether the other side means no harm: then it may ask this one to forget all objects, and what goes wrong in
     * reading what it sent is the fault of the code on this side.
     */
    protected abstract boolean trusts();

    /** Whether default methods of the rooms' interfaces run on this side, for objects of the other side. */
    protected abstract boolean runsDefaults();

    /** The loader in which this side implements interfaces of the rooms. */
    protected abstract ClassLoader loader();

    /** Called for every exception that comes back from the other side. */
    protected void arrived(Throwable thrown) {}

    /** Called for every value that comes back from the other side, and for what it calls back with. */
    protected void saw(@Nullable Object value) {}

    // Objects.

    boolean isRoomType(Class<?> type) {
        return names.wire(type) != null;
    }

    int export(Object object) throws WireException {
        Integer id = exportedIds.get(object);
        if (id == null) {
            if (exported.size() >= MAX_OBJECTS) {
                throw new WireException("more than " + MAX_OBJECTS + " objects crossed in one check");
            }
            id = exported.size();
            exported.add(object);
            exportedIds.put(object, id);
        }
        return id;
    }

    Object exported(int id) throws WireException {
        if (id < 0 || id >= exported.size()) {
            throw new WireException("object " + id);
        }
        return exported.get(id);
    }

    /** Whether this side handed an object to the other one. */
    protected final boolean isExported(Object object) {
        return exportedIds.containsKey(object);
    }

    @Nullable
    Ref refOf(Object value) {
        if (value instanceof Remote remote) {
            return remote.gradus$ref();
        }
        if (Proxy.isProxyClass(value.getClass()) && Proxy.getInvocationHandler(value) instanceof Implementation far) {
            return far.ref();
        }
        return null;
    }

    Object imported(int id, List<String> classes, List<String> interfaces, @Nullable String message)
            throws IOException {
        Object known = imported.get(id);
        if (known != null) {
            return known;
        }
        if (imported.size() >= MAX_OBJECTS) {
            throw new WireException("more than " + MAX_OBJECTS + " objects crossed in one check");
        }
        Ref ref = new Ref(this, id, message);
        Object object = standIn(classes, ref);
        if (object == null) {
            List<Class<?>> implemented = new ArrayList<>();
            for (String name : interfaces) {
                Class<?> type = types.named(name);
                if (types.crosses(type)) {
                    implemented.add(type);
                }
            }
            if (implemented.isEmpty()) {
                throw new WireException("an object of " + classes + " cannot cross");
            }
            object = implementation(implemented, ref);
        }
        imported.put(id, object);
        return object;
    }

    private Object implementation(List<Class<?>> interfaces, Ref ref) throws WireException {
        try {
            return Proxy.newProxyInstance(loader(), interfaces.toArray(new Class<?>[0]), new Implementation(ref));
        } catch (IllegalArgumentException e) {
            throw new WireException("an object of interfaces that do not go together");
        }
    }

    /** Lets the object that a constructor of a stand-in is making be found again by its number. */
    public void bind(Ref ref, Object object) {
        imported.put(ref.id(), object);
    }

    /**
     * The components of a record, or of the stand-in of one.
     *
     * @throws WireException if they cannot be read
     */
    public static @Nullable Object[] components(Object record) throws WireException {
        return Codec.components(record);
    }

    // Calling.

    /**
     * Calls a method on the other side.
     *
     * @param changed bit k is set where argument k is marked {@link Changed}
     * @param self the object, or null for a static method
     * @throws Throwable whatever the method threw
     */
    public @Nullable Object call(Member member, long changed, @Nullable Object self, @Nullable Object[] arguments)
            throws Throwable {
        Object result = request(CALL, Object.class, member, changed, self, arguments);
        saw(result);
        return result;
    }

    /** Makes an object of a class on the other side. */
    public Ref construct(Member member, long changed, @Nullable Object[] arguments) throws Throwable {
        Object[] made = present(request(CONSTRUCT, Object[].class, member, changed, null, arguments));
        if (made.length != 2 || !(made[0] instanceof Integer id)) {
            throw unreadable(broken("no object"));
        }
        return new Ref(this, id, made[1] instanceof String message ? message : null);
    }

    /** Makes a record on the other side and returns its components. */
    public @Nullable Object[] constructRecord(Member member, long changed, @Nullable Object[] arguments)
            throws Throwable {
        Object[] components = present(request(CONSTRUCT_RECORD, Object[].class, member, changed, null, arguments));
        saw(components);
        return components;
    }

    /** Forgets all objects on both sides. */
    public synchronized void forget() throws Throwable {
        byte[] reply = exchange(FORGET, new Member("", "", ""), null, new Object[0]);
        if (reply[0] != RETURN) {
            throw unreadable(broken("a refusal to begin anew"));
        }
        clear();
    }

    private synchronized void clear() {
        exported.clear();
        exportedIds.clear();
        imported.clear();
        carried.clear();
    }

    /** Checks the type of what came back: the other side may send anything. */
    protected Object expect(Class<?> type, @Nullable Object value) throws WireException {
        if (!type.isInstance(value)) {
            throw broken("a value that is no " + type.getSimpleName());
        }
        return value;
    }

    /** Ends the conversation: the other side broke the protocol. */
    protected WireException broken(String what) {
        return new WireException("the worker sent " + what);
    }

    private Object[] present(@Nullable Object value) throws Throwable {
        if (value == null) {
            throw unreadable(broken("nothing"));
        }
        return (Object[]) value;
    }

    private synchronized byte[] exchange(
            byte operation, Member member, @Nullable Object self, @Nullable Object[] arguments) throws IOException {
        return channel.exchange(encode(operation, member, self, arguments), this::serve);
    }

    private synchronized @Nullable Object request(
            byte operation,
            Class<?> type,
            Member member,
            long changed,
            @Nullable Object self,
            @Nullable Object[] arguments)
            throws Throwable {
        Reply reply = readReply(ByteBuffer.wrap(exchange(operation, member, self, arguments)), type);
        if (reply.thrown() != null) {
            arrived(reply.thrown());
            throw reply.thrown();
        }
        for (Change change : reply.changes()) {
            if (change.index() < arguments.length && (changed >> change.index() & 1) == 1) {
                copyBack(change, arguments);
                saw(change.value());
            } else {
                changedWithoutLeave(member, change.index());
            }
        }
        return reply.result();
    }

    /** What came of a call: an exception, or a result and the arguments that were changed. */
    private record Reply(
            @Nullable Throwable thrown, @Nullable Object result, List<Change> changes) {}

    /** An argument after a call. */
    private record Change(int index, @Nullable Object value) {}

    private Reply readReply(ByteBuffer in, Class<?> type) throws Throwable {
        try {
            if (in.get() == THROW) {
                return new Reply(readThrown(in, 0), null, List.of());
            }
            Object result = codec.read(in);
            List<Change> changes = new ArrayList<>();
            for (int n = in.get() & 0xff; n > 0; n--) {
                changes.add(new Change(in.get() & 0xff, codec.read(in)));
            }
            return new Reply(null, result == null ? null : expect(type, result), changes);
        } catch (Throwable e) {
            throw inReading(e);
        }
    }

    private void copyBack(Change change, @Nullable Object[] arguments) throws Throwable {
        try {
            copyBack(change.value(), arguments[change.index()]);
        } catch (Throwable e) {
            throw inReading(e);
        }
    }

    /** What went wrong in reading what the other side sent. Where it is not trusted, that is its fault. */
    private Throwable inReading(Throwable thrown) {
        if (thrown instanceof WireException e) {
            return unreadable(e);
        }
        boolean isOdd = thrown instanceof BufferUnderflowException
                || thrown instanceof IllegalArgumentException
                || thrown instanceof ArrayStoreException
                || thrown instanceof ClassCastException
                || thrown instanceof UnsupportedOperationException
                || thrown instanceof StackOverflowError
                || thrown instanceof OutOfMemoryError;
        return isOdd && !trusts() ? unreadable(broken("a value that does not fit")) : thrown;
    }

    /** What to throw where the other side sent what cannot be read. */
    protected Throwable unreadable(WireException e) {
        return e;
    }

    /** Called where the other side changed an argument that it should have left alone. */
    protected void changedWithoutLeave(Member member, int index) {}

    /** The words for it. */
    protected static ChangedArgument changedArgument(Member member, int index, @Nullable Parameter parameter) {
        String what = index == SELF
                ? "the record it was called on"
                : "its argument " + (parameter != null && parameter.isNamePresent() ? parameter.getName() : index + 1);
        return new ChangedArgument(
                member.inWords() + " changed " + what + ". Work on a copy: the caller still needs the original.");
    }

    private byte[] encode(byte operation, Member member, @Nullable Object self, @Nullable Object[] arguments)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(operation);
        out.writeUTF(member.owner());
        out.writeUTF(member.name());
        out.writeUTF(member.descriptor());
        codec.write(out, self);
        out.writeByte(arguments.length);
        for (Object argument : arguments) {
            codec.write(out, argument);
        }
        return bytes.toByteArray();
    }

    private static void copyBack(@Nullable Object from, @Nullable Object to) throws WireException {
        if (from == null || to == null) {
            throw new WireException("an argument that is gone");
        }
        if (to instanceof Object[] target && from instanceof Object[] source && source.length == target.length) {
            for (int i = 0; i < target.length; i++) {
                Object old = target[i];
                Object now = source[i];
                if (old != null && now != null && old.getClass().isArray() && old.getClass() == now.getClass()) {
                    copyBack(now, old);
                } else {
                    target[i] = now;
                }
            }
        } else if (to.getClass().isArray() && to.getClass() == from.getClass()) {
            System.arraycopy(from, 0, to, 0, Math.min(Array.getLength(from), Array.getLength(to)));
        } else if (to instanceof List<?> && from instanceof List<?> source) {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> target = (List<@Nullable Object>) to;
            target.clear();
            target.addAll(source);
        } else {
            throw new WireException("a changed argument of another type");
        }
    }

    // Serving.

    /** Answers one request of the other side. */
    public byte[] serve(byte[] frame) {
        try {
            return answer(frame);
        } catch (InvocationTargetException e) {
            return refuse(e.getCause() == null ? e : e.getCause());
        } catch (Throwable e) {
            return refuse(e);
        }
    }

    private byte[] answer(byte[] frame) throws Throwable {
        Request request = readRequest(ByteBuffer.wrap(frame));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(RETURN);
        Executable executable = request.executable();
        if (executable == null) {
            clear();
            codec.write(out, null);
            out.writeByte(0);
            return bytes.toByteArray();
        }
        Object self = request.self();
        @Nullable Object[] arguments = request.arguments();
        saw(arguments);
        byte[] selfBefore = snapshot(self);
        byte[][] before = new byte[arguments.length][];
        for (int k = 0; k < arguments.length; k++) {
            before[k] = snapshot(arguments[k]);
        }
        codec.write(out, run(request.operation(), executable, self, arguments));
        writeChanges(out, self, selfBefore, arguments, before);
        return bytes.toByteArray();
    }

    /** What the other side asks for; to forget all objects, where nothing is to be run. */
    private record Request(
            byte operation,
            @Nullable Executable executable,
            @Nullable Object self,
            @Nullable Object[] arguments) {}

    private Request readRequest(ByteBuffer in) throws Throwable {
        try {
            byte operation = in.get();
            Member member = new Member(Codec.readName(in), Codec.readName(in), Codec.readName(in));
            if (operation == FORGET) {
                if (!trusts()) {
                    throw broken("a request to forget");
                }
                return new Request(operation, null, null, new Object[0]);
            }
            Object self = codec.read(in);
            @Nullable Object[] arguments = new @Nullable Object[in.get() & 0xff];
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = codec.read(in);
            }
            return new Request(operation, resolve(member, self), self, arguments);
        } catch (Throwable e) {
            throw inReading(e);
        }
    }

    private @Nullable Object run(
            byte operation, Executable executable, @Nullable Object self, @Nullable Object[] arguments)
            throws ReflectiveOperationException, IOException {
        if (executable instanceof Method method) {
            return method.invoke(self, arguments);
        }
        Object made = ((Constructor<?>) executable).newInstance(arguments);
        if (operation == CONSTRUCT_RECORD) {
            return Codec.components(made);
        }
        return new @Nullable Object[] {export(made), made instanceof Throwable thrown ? thrown.getMessage() : null};
    }

    private byte[] snapshot(@Nullable Object value) throws IOException {
        if (!Codec.isMutable(value)) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        codec.write(new DataOutputStream(bytes), value);
        return bytes.toByteArray();
    }

    private void writeChanges(
            DataOutputStream out,
            @Nullable Object self,
            byte[] selfBefore,
            @Nullable Object[] arguments,
            byte[][] before)
            throws IOException {
        List<Integer> changed = new ArrayList<>();
        for (int k = 0; k < arguments.length; k++) {
            if (!Arrays.equals(before[k], snapshot(arguments[k]))) {
                changed.add(k);
            }
        }
        boolean selfChanged = !Arrays.equals(selfBefore, snapshot(self));
        out.writeByte(changed.size() + (selfChanged ? 1 : 0));
        for (int k : changed) {
            out.writeByte(k);
            codec.write(out, arguments[k]);
        }
        if (selfChanged) {
            out.writeByte(SELF);
            codec.write(out, null);
        }
    }

    private byte[] refuse(Throwable thrown) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(THROW);
            writeThrown(out, thrown, 0);
            return bytes.toByteArray();
        } catch (Throwable e) {
            return new byte[] {THROW, Thrown.LOST};
        }
    }

    /** Writes an exception so that the other side can tell it, and hand it back as the same object. */
    void writeThrown(DataOutputStream out, Throwable thrown) throws IOException {
        writeThrown(out, thrown, 0);
    }

    Throwable readThrown(ByteBuffer in) throws IOException {
        return readThrown(in, 0);
    }

    private void writeThrown(DataOutputStream out, Throwable thrown, int depth) throws IOException {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        Integer yours = carried.get(cause);
        if (yours != null) {
            out.writeByte(Thrown.CARRIED);
            out.writeInt(yours);
            return;
        }
        if (isRoomType(cause.getClass()) || refOf(cause) != null) {
            out.writeByte(Thrown.OF_A_ROOM);
            codec.write(out, cause);
        } else {
            out.writeByte(cause instanceof MissingMember ? Thrown.MISSING : Thrown.OTHER);
            out.writeInt(export(cause));
            codec.write(out, Thrown.typeOf(cause));
            codec.write(out, Thrown.messageOf(cause));
        }
        Thrown.writeFrames(out, cause);
        Throwable next = cause.getCause();
        out.writeBoolean(next != null && next != cause && depth < Thrown.MAX_CAUSES);
        if (next != null && next != cause && depth < Thrown.MAX_CAUSES) {
            writeThrown(out, next, depth + 1);
        }
    }

    private Throwable readThrown(ByteBuffer in, int depth) throws IOException {
        byte kind = in.get();
        Throwable thrown;
        switch (kind) {
            case Thrown.LOST -> {
                return new LearnerException("an exception that could not be told", null);
            }
            case Thrown.CARRIED -> {
                return (Throwable) expect(Throwable.class, exported(in.getInt()));
            }
            case Thrown.OF_A_ROOM -> thrown = (Throwable) expect(Throwable.class, codec.read(in));
            case Thrown.MISSING, Thrown.OTHER -> {
                int id = in.getInt();
                String type = (String) expect(String.class, codec.read(in));
                String message = Thrown.cutMessage((String) codec.read(in));
                thrown = kind == Thrown.MISSING
                        ? new MissingMember(String.valueOf(message))
                        : Thrown.rebuild(type, message);
                carried.put(thrown, id);
            }
            default -> throw broken("an exception of kind " + kind);
        }
        Thrown.readFrames(in, thrown);
        if (in.get() != 0) {
            if (depth >= Thrown.MAX_CAUSES) {
                throw broken("too many causes");
            }
            Throwable cause = readThrown(in, depth + 1);
            if (thrown.getCause() == null && !Thrown.isAmongCauses(thrown, cause)) {
                try {
                    thrown.initCause(cause);
                } catch (IllegalStateException e) {
                    // The exception was made with its cause; it keeps that one.
                }
            }
        }
        return thrown;
    }

    /** Implements interfaces on this side for an object of the other side. */
    private final class Implementation implements InvocationHandler {
        private final Ref ref;

        Implementation(Ref ref) {
            this.ref = ref;
        }

        Ref ref() {
            return ref;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> arguments != null && proxy == arguments[0];
                    default -> "object " + ref.id() + " of the other side";
                };
            }
            boolean room = isRoomType(method.getDeclaringClass());
            if (method.isDefault() && (!room || runsDefaults())) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            @Nullable Object[] given = arguments == null ? new @Nullable Object[0] : arguments;
            Callback callback = callbacks.computeIfAbsent(method, Peer.this::callback);
            return call(callback.member(), callback.changed(), proxy, given);
        }
    }

    /** What of a method of an interface goes over the wire with each call. */
    private record Callback(Member member, long changed) {}

    private Callback callback(Method method) {
        return new Callback(
                new Member(types.nameOf(method.getDeclaringClass()), method.getName(), types.descriptor(method)),
                changedParameters(method));
    }

    private static long changedParameters(Method method) {
        long bits = 0;
        Parameter[] parameters = method.getParameters();
        for (int k = 0; k < parameters.length; k++) {
            if (parameters[k].isAnnotationPresent(Changed.class)) {
                bits |= 1L << k;
            }
        }
        return bits;
    }

    /** Throws what the compiler would want declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected static <T extends Throwable> T sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** Looks a member up once. */
    protected Executable lookUp(Member member) throws IOException {
        Executable known = found.get(member);
        if (known != null) {
            return known;
        }
        Class<?> owner = types.named(member.owner());
        Class<?>[] parameters = types.parameters(member.descriptor());
        Executable executable = declared(owner, member, parameters);
        if (executable == null) {
            throw new MissingMember(member.missingFrom(owner.getSimpleName()));
        }
        if (!executable.getDeclaringClass().getName().startsWith("java.")) {
            executable.setAccessible(true);
        }
        if (found.size() < MAX_FOUND) {
            found.put(member, executable);
        }
        return executable;
    }

    private static @Nullable Executable declared(Class<?> owner, Member member, Class<?>[] parameters) {
        try {
            if (member.isConstructor()) {
                return owner.getDeclaredConstructor(parameters);
            }
            for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(member.name())
                            && Arrays.equals(method.getParameterTypes(), parameters)
                            && !method.isBridge()) {
                        return method;
                    }
                }
            }
            return owner.getMethod(member.name(), parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
