package gradus.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * A method or constructor of a type.
 *
 * @param owner wire name of the type
 * @param name method name, or {@code <init>}
 * @param descriptor JVM descriptor in wire names
 */
public record Member(String owner, String name, String descriptor) {
    /** Name of a constructor in class files. */
    public static final String CONSTRUCTOR = "<init>";

    boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** The member as a learner would write it, such as {@code Pca.fit} or {@code new Pca}. */
    public String inWords() {
        String type = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
        return isConstructor() ? "new " + type : type + "." + name;
    }

    /** Says that a type lacks this member, such as {@code your Pca has no transform(double[][])}. */
    public String missingFrom(String type) {
        String what = isConstructor() ? "constructor " + type : name;
        return "your " + type + " has no " + what + "(" + String.join(", ", parameters()) + ")";
    }

    /** Simple names of the parameter types of a descriptor. */
    private List<String> parameters() {
        List<String> names = new ArrayList<>();
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int start = at;
            while (descriptor.charAt(at) == '[') {
                at++;
            }
            String brackets = "[]".repeat(at - start);
            String name;
            if (descriptor.charAt(at) == 'L') {
                int end = descriptor.indexOf(';', at);
                String full = descriptor.substring(at + 1, end).replace('$', '/');
                name = full.substring(full.lastIndexOf('/') + 1);
                at = end + 1;
            } else {
                name = switch (descriptor.charAt(at)) {
                    case 'Z' -> "boolean";
                    case 'B' -> "byte";
                    case 'S' -> "short";
                    case 'C' -> "char";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'F' -> "float";
                    default -> "double";
                };
                at++;
            }
            names.add(name + brackets);
        }
        return names;
    }
}
