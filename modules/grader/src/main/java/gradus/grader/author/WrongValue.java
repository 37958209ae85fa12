package gradus.grader.author;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What nobody should get marks for, made from what the reference returns. Methods of room classes call it. */
public enum WrongValue {
    /** Every number is 0, every boolean false. */
    ZEROS("zeros") {
        @Override
        boolean fits(Type type) {
            return hasNumbers(type, true, new HashSet<>());
        }

        @Override
        @Nullable
        Object of(@Nullable Object value) {
            return withNumbers(value, 0);
        }
    },
    /** Every number that can be NaN is. */
    NAN("NaN") {
        @Override
        boolean fits(Type type) {
            return hasNumbers(type, false, new HashSet<>());
        }

        @Override
        @Nullable
        Object of(@Nullable Object value) {
            return withNumbers(value, Double.NaN);
        }
    },
    /** The last row or element is not there. */
    ONE_LESS("a row or element too few") {
        @Override
        boolean fits(Type type) {
            return isSequence(type);
        }

        @Override
        @Nullable
        Object of(@Nullable Object value) {
            return longer(value, -1);
        }
    },
    /** The first row or element is there again at the end. */
    ONE_MORE("a row or element too many") {
        @Override
        boolean fits(Type type) {
            return isSequence(type);
        }

        @Override
        @Nullable
        Object of(@Nullable Object value) {
            return longer(value, 1);
        }
    };

    private static final Set<Type> FRACTIONS = Set.of(double.class, float.class, Double.class, Float.class);
    private static final Set<Type> WHOLE = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            boolean.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Boolean.class);

    private final String words;

    WrongValue(String words) {
        this.words = words;
    }

    /** What a method returns then, such as {@code zeros}. */
    String words() {
        return words;
    }

    /** Whether something of a type can be wrong in this way. */
    abstract boolean fits(Type type);

    abstract @Nullable Object of(@Nullable Object value);

    /** A value made wrong as a whole. */
    public static @Nullable Object of(@Nullable Object value, String kind) {
        return valueOf(kind).of(value);
    }

    /** A record with one component made wrong. */
    public static @Nullable Object of(@Nullable Object value, String kind, String component) {
        return value instanceof Record record
                ? with(
                        record,
                        (name, each) -> name.equals(component) ? valueOf(kind).of(each) : each)
                : value;
    }

    private static boolean hasNumbers(Type type, boolean whole, Set<Type> seen) {
        if (type instanceof GenericArrayType array) {
            return hasNumbers(array.getGenericComponentType(), whole, seen);
        } else if (type instanceof ParameterizedType list) {
            return list.getRawType() == List.class && hasNumbers(list.getActualTypeArguments()[0], whole, seen);
        } else if (type instanceof Class<?> array && array.isArray()) {
            return hasNumbers(array.getComponentType(), whole, seen);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            return seen.add(record)
                    && Arrays.stream(record.getRecordComponents())
                            .anyMatch(component -> hasNumbers(component.getGenericType(), whole, seen));
        }
        return FRACTIONS.contains(type) || whole && WHOLE.contains(type);
    }

    private static boolean isSequence(Type type) {
        return type instanceof GenericArrayType
                || type instanceof Class<?> of && of.isArray()
                || type instanceof ParameterizedType list && list.getRawType() == List.class;
    }

    /** The same value with one number in the place of each that can hold it. */
    private static @Nullable Object withNumbers(@Nullable Object value, double number) {
        if (value instanceof Double) {
            return number;
        } else if (value instanceof Float) {
            return (float) number;
        } else if (value instanceof List<?> list) {
            return mapped(list, each -> withNumbers(each, number));
        } else if (value instanceof Record record) {
            return with(record, (name, each) -> withNumbers(each, number));
        } else if (value != null && value.getClass().isArray()) {
            Object wrong = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
            for (int i = 0; i < Array.getLength(value); i++) {
                Array.set(wrong, i, withNumbers(Array.get(value, i), number));
            }
            return wrong;
        } else if (Double.isNaN(number)) {
            return value;
        } else if (value instanceof Integer) {
            return (int) number;
        } else if (value instanceof Long) {
            return (long) number;
        } else if (value instanceof Short) {
            return (short) number;
        } else if (value instanceof Byte) {
            return (byte) number;
        }
        return value instanceof Boolean ? Boolean.FALSE : value;
    }

    private static @Nullable Object longer(@Nullable Object value, int by) {
        if (value instanceof List<?> list && list.size() + by >= 0) {
            List<@Nullable Object> wrong = new ArrayList<>(list.subList(0, Math.min(list.size(), list.size() + by)));
            if (by > 0) {
                wrong.add(list.isEmpty() ? null : list.get(0));
            }
            return wrong;
        } else if (value != null && value.getClass().isArray() && Array.getLength(value) + by >= 0) {
            int length = Array.getLength(value);
            Object wrong = Array.newInstance(value.getClass().getComponentType(), length + by);
            for (int i = 0; i < length + by && length > 0; i++) {
                Array.set(wrong, i, Array.get(value, i % length));
            }
            return wrong;
        }
        return value;
    }

    private static List<@Nullable Object> mapped(List<?> list, UnaryOperator<@Nullable Object> change) {
        List<@Nullable Object> mapped = new ArrayList<>();
        list.forEach(each -> mapped.add(change.apply(each)));
        return mapped;
    }

    /** Changes a component of a record. */
    private interface Change {
        @Nullable
        Object of(String name, @Nullable Object component);
    }

    private static Object with(Record record, Change change) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Method accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = change.of(components[i].getName(), accessor.invoke(record));
            }
            var constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
