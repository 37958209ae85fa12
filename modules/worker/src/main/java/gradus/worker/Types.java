package gradus.worker;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Classes by their wire names: types of the rooms, records of the kit, and a fixed list of the JDK's. */
public final class Types {
    private static final Map<String, Class<?>> FIXED = new HashMap<>();
    private static final Set<Class<?>> CALLED_BACK = Set.of(
            Runnable.class, Callable.class, AutoCloseable.class, Iterable.class, Iterator.class, Comparator.class);

    static {
        for (Class<?> type : List.of(
                boolean.class,
                byte.class,
                short.class,
                char.class,
                int.class,
                long.class,
                float.class,
                double.class,
                void.class,
                Object.class,
                String.class,
                CharSequence.class,
                Comparable.class,
                Number.class,
                Boolean.class,
                Byte.class,
                Short.class,
                Character.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class,
                Throwable.class,
                Exception.class,
                Runnable.class,
                Callable.class,
                AutoCloseable.class,
                Iterable.class,
                Iterator.class,
                Comparator.class,
                Collection.class,
                List.class,
                Set.class,
                Map.class,
                Optional.class,
                OptionalInt.class,
                OptionalLong.class,
                OptionalDouble.class)) {
            FIXED.put(type.getName(), type);
        }
        Thrown.kept().forEach(type -> FIXED.put(type.getName(), type));
    }

    private static final int MAX_DIMENSIONS = 16;
    private static final Pattern PARAMETER = Pattern.compile("(\\[*)([ZBSCIJFD]|L[^;()]++;)");
    private static final Pattern PARAMETERS = Pattern.compile("\\(((?:\\[*+(?:[ZBSCIJFD]|L[^;()]++;))*+)\\)");

    private final Names names;

    Types(Names names) {
        this.names = names;
    }

    String nameOf(Class<?> type) {
        if (type.isArray()) {
            return "[" + nameOf(type.getComponentType());
        }
        String wire = names.wire(type);
        return wire != null ? wire : type.getName();
    }

    /** Finds a class, or throws {@link MissingMember} where the other side names one that is not here. */
    Class<?> named(String name) {
        int dimensions = 0;
        while (name.startsWith("[", dimensions)) {
            dimensions++;
        }
        if (dimensions > 0) {
            return array(named(name.substring(dimensions)), dimensions);
        }
        Class<?> type = FIXED.get(name);
        type = type != null ? type : names.local(name);
        type = type != null ? type : shared(name);
        if (type == null) {
            throw new MissingMember("there is no class "
                    + name.substring(name.lastIndexOf('.') + 1).replace('$', '.'));
        }
        return type;
    }

    private static Class<?> array(Class<?> element, int dimensions) {
        if (dimensions > MAX_DIMENSIONS || element == void.class) {
            throw new MissingMember("there is no array of " + dimensions + " dimensions of " + element.getSimpleName());
        }
        return Array.newInstance(element, new int[dimensions]).getClass();
    }

    /** Whether values of an exception of the JDK cross as that class, and not wrapped. */
    public static boolean isException(String name) {
        Class<?> type = FIXED.get(name);
        return type != null && Throwable.class.isAssignableFrom(type);
    }

    /** Whether an interface may be implemented over the wire. */
    public boolean crosses(Class<?> type) {
        return type.isInterface()
                && !type.isSealed()
                && !type.isHidden()
                && (names.wire(type) != null || CALLED_BACK.contains(type) || shared(type.getName()) == type);
    }

    /** Functional interfaces of the JDK and data types of the kit are the same on both sides. */
    private static @Nullable Class<?> shared(String name) {
        boolean function = name.startsWith("java.util.function.");
        if (!function && !name.startsWith("gradus.kit.")) {
            return null;
        }
        try {
            Class<?> type = Class.forName(name, false, Types.class.getClassLoader());
            return function || type.isRecord() || type.isEnum() || type.isInterface() ? type : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    Class<?>[] parameters(String descriptor) throws WireException {
        Matcher parameters = PARAMETERS.matcher(descriptor);
        if (!parameters.lookingAt()) {
            throw new WireException("a descriptor that is none");
        }
        return PARAMETER
                .matcher(parameters.group(1))
                .results()
                .map(parameter -> parameter(parameter.group(1).length(), parameter.group(2)))
                .toArray(Class<?>[]::new);
    }

    private Class<?> parameter(int dimensions, String descriptor) {
        Class<?> type = descriptor.startsWith("L")
                ? named(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'))
                : MethodType.fromMethodDescriptorString("()" + descriptor, null).returnType();
        return dimensions == 0 ? type : array(type, dimensions);
    }

    String descriptor(Method method) {
        StringBuilder text = new StringBuilder("(");
        for (Class<?> type : method.getParameterTypes()) {
            text.append(descriptor(type));
        }
        return text.append(')').append(descriptor(method.getReturnType())).toString();
    }

    private String descriptor(Class<?> type) {
        if (type.isArray()) {
            return "[" + descriptor(type.getComponentType());
        }
        return type.isPrimitive() ? type.descriptorString() : "L" + nameOf(type).replace('.', '/') + ";";
    }
}
