package gradus.worker;

import java.util.ArrayList;
import java.util.List;

/** Members in words. */
public final class Surface {
    private Surface() {}

    /** Says that a type lacks a member, such as {@code your Pca has no transform(double[][])}. */
    public static String missing(String type, Member member) {
        String what = member.isConstructor() ? "constructor " + type : member.name();
        return "your " + type + " has no " + what + "(" + String.join(", ", parameters(member.descriptor())) + ")";
    }

    /** Simple names of the parameter types of a descriptor. */
    public static List<String> parameters(String descriptor) {
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
