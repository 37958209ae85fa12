package gradus.grader.verify;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * A field or method as class files name it.
 *
 * @param owner internal name of a class, such as {@code java/util/Map$Entry}
 * @param name {@code <init>} for a constructor
 * @param descriptor of a method {@code (I)V}, of a field {@code I}
 */
record Member(String owner, String name, String descriptor) {
    private static final String CONSTRUCTOR = "<init>";

    Member in(String otherOwner) {
        return new Member(otherOwner, name, descriptor);
    }

    boolean isMethod() {
        return descriptor.startsWith("(");
    }

    /** Its name in the rules: {@code java/util/Scanner.new}. */
    String key() {
        return owner + "." + (name.equals(CONSTRUCTOR) ? "new" : name);
    }

    /** Its name with the simple types of its parameters: {@code java/util/Scanner.new(String)}. */
    String overload() {
        return isMethod()
                ? key()
                        + Arrays.stream(Type.getArgumentTypes(descriptor))
                                .map(Member::simple)
                                .collect(Collectors.joining(",", "(", ")"))
                : key();
    }

    /** As a learner would write it: {@code Arrays.sort}, {@code new Thread}. */
    String inWords() {
        return name.equals(CONSTRUCTOR) ? "new " + simple(owner) : simple(owner) + "." + name;
    }

    /** The simple name of a class: {@code Map.Entry}. */
    static String simple(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }

    private static String simple(Type type) {
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
