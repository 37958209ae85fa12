package gradus.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes. Primitives, strings, enums, arrays, lists, sets, maps, optionals and records cross by value, and
 * exceptions of the JDK as they do when they are thrown; other objects stay where they are and cross as a number.
 *
 * <p>What arrives is never trusted: lengths are held against what is left of the frame, depth is bounded, and only
 * types of the rooms, data types of the kit and a fixed list of the JDK's can be named.
 */
final class Codec {
    private static final int MAX_DEPTH = 64;

    /** Values in one frame, an array of numbers being one: more would take far more memory than the frame. */
    private static final int MAX_VALUES = 2_000_000;

    private static final int MAX_NAME = 4_000;

    /** Elements of a set with the same hash; each of them is compared with all the others. */
    private static final int MAX_SAME_HASH = 500;

    private static final byte NULL = 0;
    private static final byte BOOLEAN = 1;
    private static final byte BYTE = 2;
    private static final byte SHORT = 3;
    private static final byte CHARACTER = 4;
    private static final byte INTEGER = 5;
    private static final byte LONG = 6;
    private static final byte FLOAT = 7;
    private static final byte DOUBLE = 8;
    private static final byte STRING = 9;
    private static final byte BOOLEANS = 10;
    private static final byte BYTES = 11;
    private static final byte SHORTS = 12;
    private static final byte CHARACTERS = 13;
    private static final byte INTEGERS = 14;
    private static final byte LONGS = 15;
    private static final byte FLOATS = 16;
    private static final byte DOUBLES = 17;
    private static final byte OBJECTS = 18;
    private static final byte LIST = 19;
    private static final byte SET = 20;
    private static final byte MAP = 21;
    private static final byte OPTIONAL = 22;
    private static final byte OPTIONAL_INT = 23;
    private static final byte OPTIONAL_LONG = 24;
    private static final byte OPTIONAL_DOUBLE = 25;
    private static final byte ENUM = 26;
    private static final byte RECORD = 27;
    private static final byte YOURS = 28;
    private static final byte MINE = 29;
    private static final byte THROWN = 30;

    private final Peer peer;
    private final Types types;
    private final Deque<int[]> counts = new ArrayDeque<>();

    Codec(Peer peer, Types types) {
        this.peer = peer;
        this.types = types;
    }

    /** Whether a decoded argument could be changed by the method that receives it. */
    static boolean isMutable(@Nullable Object value) {
        return value != null
                && (value.getClass().isArray()
                        || value instanceof Collection
                        || value instanceof Map
                        || value instanceof Record
                        || value instanceof Optional);
    }

    void write(DataOutputStream out, @Nullable Object value) throws IOException {
        write(out, value, 0);
    }

    private void write(DataOutputStream out, @Nullable Object value, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new WireException("a value nested more than " + MAX_DEPTH + " deep cannot cross");
        }
        if (value == null) {
            out.writeByte(NULL);
        } else if (!writeScalar(out, value) && !writeObject(out, value) && !writeCollection(out, value, depth)) {
            if (value.getClass().isArray()) {
                writeArray(out, value, depth);
            } else if (value instanceof Throwable thrown && !peer.isRoomType(thrown.getClass())) {
                out.writeByte(THROWN);
                peer.writeThrown(out, thrown);
            } else if (value instanceof Enum<?> constant) {
                out.writeByte(ENUM);
                out.writeUTF(types.nameOf(constant.getDeclaringClass()));
                out.writeUTF(constant.name());
            } else if (value instanceof Record && isKnownRecord(value.getClass())) {
                out.writeByte(RECORD);
                out.writeUTF(types.nameOf(value.getClass()));
                @Nullable Object[] components = components(value);
                out.writeByte(components.length);
                for (Object component : components) {
                    write(out, component, depth + 1);
                }
            } else {
                writeForeign(out, value);
            }
        }
    }

    private static boolean writeScalar(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (value instanceof Boolean truth) {
            out.writeByte(BOOLEAN);
            out.writeBoolean(truth);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Float number) {
            out.writeByte(FLOAT);
            out.writeFloat(number);
        } else if (value instanceof Character character) {
            out.writeByte(CHARACTER);
            out.writeChar(character);
        } else if (value instanceof Short number) {
            out.writeByte(SHORT);
            out.writeShort(number);
        } else if (value instanceof Byte number) {
            out.writeByte(BYTE);
            out.writeByte(number);
        } else if (value instanceof String text) {
            out.writeByte(STRING);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        } else {
            return false;
        }
        return true;
    }

    /** Writes an object that already has a number on one of the two sides. */
    private boolean writeObject(DataOutputStream out, Object value) throws IOException {
        Ref ref = peer.refOf(value);
        if (ref == null) {
            return false;
        }
        if (ref.peer() != peer) {
            throw new WireException("an object of Reference.of cannot be handed to the learner's code, only its data");
        }
        out.writeByte(YOURS);
        out.writeInt(ref.id());
        return true;
    }

    private boolean writeCollection(DataOutputStream out, Object value, int depth) throws IOException {
        if (!peer.isRoomType(value.getClass())) {
            if (value instanceof List<?> list) {
                out.writeByte(LIST);
                writeAll(out, list, depth);
                return true;
            } else if (value instanceof Set<?> set) {
                out.writeByte(SET);
                writeAll(out, set, depth);
                return true;
            } else if (value instanceof Map<?, ?> map) {
                out.writeByte(MAP);
                out.writeInt(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    write(out, entry.getKey(), depth + 1);
                    write(out, entry.getValue(), depth + 1);
                }
                return true;
            } else if (value instanceof Optional<?> optional) {
                out.writeByte(OPTIONAL);
                write(out, optional.orElse(null), depth + 1);
                return true;
            } else if (value instanceof OptionalInt optional) {
                out.writeByte(OPTIONAL_INT);
                write(out, optional.isPresent() ? optional.getAsInt() : null, depth + 1);
                return true;
            } else if (value instanceof OptionalLong optional) {
                out.writeByte(OPTIONAL_LONG);
                write(out, optional.isPresent() ? optional.getAsLong() : null, depth + 1);
                return true;
            } else if (value instanceof OptionalDouble optional) {
                out.writeByte(OPTIONAL_DOUBLE);
                write(out, optional.isPresent() ? optional.getAsDouble() : null, depth + 1);
                return true;
            }
        }
        return false;
    }

    private void writeAll(DataOutputStream out, Collection<?> values, int depth) throws IOException {
        @Nullable Object[] elements = values.toArray();
        out.writeInt(elements.length);
        for (Object element : elements) {
            write(out, element, depth + 1);
        }
    }

    private void writeArray(DataOutputStream out, Object array, int depth) throws IOException {
        int n = Array.getLength(array);
        if (array instanceof Object[] objects) {
            out.writeByte(OBJECTS);
            out.writeUTF(types.nameOf(array.getClass().getComponentType()));
            out.writeInt(n);
            for (Object element : objects) {
                write(out, element, depth + 1);
            }
        } else if (array instanceof double[] a) {
            ByteBuffer bytes = start(out, DOUBLES, n, Double.BYTES);
            bytes.asDoubleBuffer().put(a);
            out.write(bytes.array());
        } else if (array instanceof int[] a) {
            ByteBuffer bytes = start(out, INTEGERS, n, Integer.BYTES);
            bytes.asIntBuffer().put(a);
            out.write(bytes.array());
        } else if (array instanceof float[] a) {
            ByteBuffer bytes = start(out, FLOATS, n, Float.BYTES);
            bytes.asFloatBuffer().put(a);
            out.write(bytes.array());
        } else if (array instanceof long[] a) {
            ByteBuffer bytes = start(out, LONGS, n, Long.BYTES);
            bytes.asLongBuffer().put(a);
            out.write(bytes.array());
        } else if (array instanceof byte[] a) {
            start(out, BYTES, n, Byte.BYTES);
            out.write(a);
        } else if (array instanceof char[] a) {
            ByteBuffer bytes = start(out, CHARACTERS, n, Character.BYTES);
            bytes.asCharBuffer().put(a);
            out.write(bytes.array());
        } else if (array instanceof short[] a) {
            ByteBuffer bytes = start(out, SHORTS, n, Short.BYTES);
            bytes.asShortBuffer().put(a);
            out.write(bytes.array());
        } else if (array instanceof boolean[] a) {
            ByteBuffer bytes = start(out, BOOLEANS, n, Byte.BYTES);
            for (boolean truth : a) {
                bytes.put((byte) (truth ? 1 : 0));
            }
            out.write(bytes.array());
        }
    }

    private static ByteBuffer start(DataOutputStream out, byte tag, int n, int size) throws IOException {
        if ((long) n * size > Pipe.MAX_FRAME) {
            throw new WireException("an array of " + n + " elements cannot cross");
        }
        out.writeByte(tag);
        out.writeInt(n);
        return ByteBuffer.allocate(n * size);
    }

    private void writeForeign(DataOutputStream out, Object value) throws IOException {
        Set<String> classes = new LinkedHashSet<>();
        Set<String> interfaces = new LinkedHashSet<>();
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (peer.isRoomType(type)) {
                classes.add(types.nameOf(type));
            }
            for (Class<?> implemented : type.getInterfaces()) {
                addInterfaces(implemented, interfaces);
            }
        }
        if (classes.isEmpty() && interfaces.isEmpty()) {
            throw new WireException("an object of " + value.getClass().getName() + " cannot cross");
        }
        out.writeByte(MINE);
        out.writeInt(peer.export(value));
        writeNames(out, classes);
        writeNames(out, interfaces);
        write(out, value instanceof Throwable thrown ? thrown.getMessage() : null, MAX_DEPTH);
    }

    private void addInterfaces(Class<?> type, Set<String> names) {
        if (types.crosses(type)) {
            names.add(types.nameOf(type));
        }
        for (Class<?> parent : type.getInterfaces()) {
            addInterfaces(parent, names);
        }
    }

    private static void writeNames(DataOutputStream out, Collection<String> names) throws IOException {
        out.writeByte(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }

    private boolean isKnownRecord(Class<?> type) {
        return peer.isRoomType(type) || type.getName().startsWith("gradus.kit.");
    }

    /** The components of a record, read from its fields: accessors may be the learner's. */
    static @Nullable Object[] components(Object record) throws WireException {
        RecordComponent[] declared = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[declared.length];
        try {
            for (int k = 0; k < declared.length; k++) {
                Field field = record.getClass().getDeclaredField(declared[k].getName());
                field.setAccessible(true);
                values[k] = field.get(record);
            }
        } catch (ReflectiveOperationException e) {
            throw new WireException("record " + record.getClass().getSimpleName() + " cannot be read");
        }
        return values;
    }

    @Nullable
    Object read(ByteBuffer in) throws IOException {
        counts.push(new int[1]);
        try {
            return read(in, 0);
        } catch (BufferUnderflowException e) {
            throw new WireException("a value was cut off");
        } finally {
            counts.pop();
        }
    }

    private @Nullable Object read(ByteBuffer in, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new WireException("a value nested more than " + MAX_DEPTH + " deep");
        } else if (++counts.element()[0] > MAX_VALUES) {
            throw new WireException("more than " + MAX_VALUES + " values in one");
        }
        byte tag = in.get();
        return switch (tag) {
            case NULL -> null;
            case BOOLEAN -> in.get() != 0;
            case BYTE -> in.get();
            case SHORT -> in.getShort();
            case CHARACTER -> in.getChar();
            case INTEGER -> in.getInt();
            case LONG -> in.getLong();
            case FLOAT -> in.getFloat();
            case DOUBLE -> in.getDouble();
            case STRING -> new String(bytes(in), StandardCharsets.UTF_8);
            case BOOLEANS -> {
                byte[] bytes = bytes(in);
                boolean[] a = new boolean[bytes.length];
                for (int i = 0; i < a.length; i++) {
                    a[i] = bytes[i] != 0;
                }
                yield a;
            }
            case BYTES -> bytes(in);
            case SHORTS -> {
                var buffer = part(in, Short.BYTES).asShortBuffer();
                short[] a = new short[buffer.remaining()];
                buffer.get(a);
                yield a;
            }
            case CHARACTERS -> {
                var buffer = part(in, Character.BYTES).asCharBuffer();
                char[] a = new char[buffer.remaining()];
                buffer.get(a);
                yield a;
            }
            case INTEGERS -> {
                var buffer = part(in, Integer.BYTES).asIntBuffer();
                int[] a = new int[buffer.remaining()];
                buffer.get(a);
                yield a;
            }
            case LONGS -> {
                var buffer = part(in, Long.BYTES).asLongBuffer();
                long[] a = new long[buffer.remaining()];
                buffer.get(a);
                yield a;
            }
            case FLOATS -> {
                var buffer = part(in, Float.BYTES).asFloatBuffer();
                float[] a = new float[buffer.remaining()];
                buffer.get(a);
                yield a;
            }
            case DOUBLES -> {
                var buffer = part(in, Double.BYTES).asDoubleBuffer();
                double[] a = new double[buffer.remaining()];
                buffer.get(a);
                yield a;
            }
            case OBJECTS -> {
                Class<?> type = types.named(readName(in));
                int n = length(in, 1);
                if (type.isPrimitive() || n > MAX_VALUES) {
                    throw new WireException(n + " objects in an array of " + type.getSimpleName());
                }
                Object array = Array.newInstance(type, n);
                for (int i = 0; i < n; i++) {
                    try {
                        Array.set(array, i, read(in, depth + 1));
                    } catch (IllegalArgumentException e) {
                        throw new WireException("an element of another type in an array of " + type.getSimpleName());
                    }
                }
                yield array;
            }
            case LIST -> readAll(in, new ArrayList<>(), depth);
            case SET -> readSet(in, depth);
            case MAP -> {
                int n = length(in, 2);
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                Map<Integer, Integer> hashes = new HashMap<>();
                for (int i = 0; i < n; i++) {
                    Object key = read(in, depth + 1);
                    requireOwnHash(key, hashes);
                    map.put(key, read(in, depth + 1));
                }
                yield map;
            }
            case OPTIONAL -> Optional.ofNullable(read(in, depth + 1));
            case OPTIONAL_INT -> read(in, depth + 1) instanceof Integer v ? OptionalInt.of(v) : OptionalInt.empty();
            case OPTIONAL_LONG -> read(in, depth + 1) instanceof Long v ? OptionalLong.of(v) : OptionalLong.empty();
            case OPTIONAL_DOUBLE ->
                read(in, depth + 1) instanceof Double v ? OptionalDouble.of(v) : OptionalDouble.empty();
            case ENUM -> readConstant(in);
            case RECORD -> {
                Class<?> type = types.named(readName(in));
                @Nullable Object[] values = new @Nullable Object[in.get() & 0xff];
                for (int k = 0; k < values.length; k++) {
                    values[k] = read(in, depth + 1);
                }
                yield peer.record(type, values);
            }
            case YOURS -> peer.exported(in.getInt());
            case MINE -> {
                int id = in.getInt();
                List<String> classes = readNames(in);
                List<String> interfaces = readNames(in);
                Object message = read(in, MAX_DEPTH);
                if (message != null && !(message instanceof String)) {
                    throw new WireException("a message that is no text");
                }
                yield peer.imported(id, classes, interfaces, Thrown.cutMessage((String) message));
            }
            case THROWN -> peer.readThrown(in);
            default -> throw new WireException("tag " + tag);
        };
    }

    private Collection<@Nullable Object> readAll(ByteBuffer in, Collection<@Nullable Object> values, int depth)
            throws IOException {
        int n = length(in, 1);
        for (int i = 0; i < n; i++) {
            values.add(read(in, depth + 1));
        }
        return values;
    }

    private Set<@Nullable Object> readSet(ByteBuffer in, int depth) throws IOException {
        int n = length(in, 1);
        Set<@Nullable Object> set = new LinkedHashSet<>();
        Map<Integer, Integer> hashes = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Object element = read(in, depth + 1);
            requireOwnHash(element, hashes);
            set.add(element);
        }
        return set;
    }

    /** Keys that cannot be sorted must differ in their hashes, or a table of them takes for ever. */
    private static void requireOwnHash(@Nullable Object key, Map<Integer, Integer> hashes) throws WireException {
        if (!(key instanceof Comparable) && hashes.merge(Objects.hashCode(key), 1, Integer::sum) > MAX_SAME_HASH) {
            throw new WireException("more than " + MAX_SAME_HASH + " keys with the same hash");
        }
    }

    private Object readConstant(ByteBuffer in) throws IOException {
        Class<?> type = types.named(readName(in));
        String name = readName(in);
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        throw new MissingMember(type.getSimpleName() + " has no constant " + name);
    }

    static String readName(ByteBuffer in) throws WireException {
        int length = in.getShort() & 0xffff;
        if (length > in.remaining() || length > MAX_NAME) {
            throw new WireException("a name of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> readNames(ByteBuffer in) throws WireException {
        List<String> names = new ArrayList<>();
        for (int n = in.get() & 0xff; n > 0; n--) {
            names.add(readName(in));
        }
        return names;
    }

    private static int length(ByteBuffer in, int size) throws WireException {
        int n = in.getInt();
        if (n < 0 || (long) n * size > in.remaining()) {
            throw new WireException("a length of " + n);
        }
        return n;
    }

    private static byte[] bytes(ByteBuffer in) throws WireException {
        byte[] bytes = new byte[length(in, Byte.BYTES)];
        in.get(bytes);
        return bytes;
    }

    /** The part of the frame that holds an array. */
    private static ByteBuffer part(ByteBuffer in, int size) throws WireException {
        int bytes = length(in, size) * size;
        ByteBuffer part = in.slice(in.position(), bytes);
        in.position(in.position() + bytes);
        return part;
    }
}
