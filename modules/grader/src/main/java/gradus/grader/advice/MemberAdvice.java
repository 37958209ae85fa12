package gradus.grader.advice;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Words for names behind a dot. */
final class MemberAdvice {
    /** What is called length, size or count in this or that language. */
    private static final Set<String> LENGTHS =
            Set.of("length", "size", "count", "len", "lenght", "getLength", "getSize");

    private MemberAdvice() {}

    static Optional<String> unknown(Seen seen, MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        String object = Seen.quoted(select.getExpression(), "array");
        TypeMirror type = seen.type(select.getExpression());
        if (type == null) {
            return Optional.empty();
        }
        return switch (type.getKind()) {
            case ARRAY -> Optional.of(ofArray(object, name, CallAdvice.isCalled(seen)));
            case DECLARED -> Optional.of(ofObject(seen, select, type));
            case PACKAGE -> ofPackage(seen, select);
            default -> Optional.empty();
        };
    }

    static Optional<String> ofNumber(Seen seen) {
        TypeMirror type = seen.leaf() instanceof MemberSelectTree select ? seen.type(select.getExpression()) : null;
        return type != null && type.getKind().isPrimitive()
                ? Optional.of(Seen.capital(Seen.one(type)) + " is no object: nothing can follow it behind a dot.")
                : Optional.empty();
    }

    /** The members of what an expression is, an object or a class. */
    static List<? extends Element> members(Seen seen, ExpressionTree expression) {
        TypeMirror type = seen.type(expression);
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? seen.elements().getAllMembers(element)
                : List.of();
    }

    private static String ofArray(String object, String name, boolean isCalled) {
        String lacks = "An array has no " + name + (isCalled ? "()" : "") + ".";
        if (LENGTHS.contains(name)) {
            return lacks + " Its length is " + object + ".length, without parentheses.";
        }
        return switch (name) {
            case "get" -> lacks + " Its elements are " + object + "[0], " + object + "[1] and so on.";
            case "set" -> lacks + " To change an element, write " + object + "[i] = value.";
            case "add", "append", "remove" ->
                lacks + " It keeps its length. Use an ArrayList, or make another array that is longer or shorter.";
            default -> lacks + " It has a length and elements, and nothing else.";
        };
    }

    private static String ofObject(Seen seen, MemberSelectTree select, TypeMirror type) {
        String name = select.getIdentifier().toString();
        String object = Seen.quoted(select.getExpression(), "it");
        boolean isCalled = CallAdvice.isCalled(seen);
        List<? extends Element> members = members(seen, select.getExpression());
        boolean isClass = seen.element(select.getExpression()) instanceof TypeElement;
        String lacks =
                (isClass ? object : Seen.capital(Seen.one(type))) + " has no " + name + (isCalled ? "()" : "") + ".";
        List<String> methods = names(members, ElementKind.METHOD);
        if (!isCalled && methods.contains(name)) {
            return name + " is a method. Write " + object + "." + name + "(), with parentheses.";
        } else if (isCalled && names(members, ElementKind.FIELD).contains(name)) {
            return name + " is no method. Write " + object + "." + name + ", without parentheses.";
        }
        if (LENGTHS.contains(name) && !isClass) {
            Optional<String> length =
                    Stream.of("size", "length").filter(methods::contains).findFirst();
            if (length.isPresent()) {
                return lacks + " Write " + object + "." + length.get() + "().";
            }
        }
        return lacks
                + Seen.didYouMean(
                        name,
                        members.stream()
                                .map(member -> member.getSimpleName().toString())
                                .toList());
    }

    private static List<String> names(List<? extends Element> members, ElementKind kind) {
        return members.stream()
                .filter(member -> member.getKind() == kind)
                .map(member -> member.getSimpleName().toString())
                .toList();
    }

    private static Optional<String> ofPackage(Seen seen, MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        String from = select.getExpression().toString();
        return seen.around(ImportTree.class)
                .map(imported -> "There is no class " + name + " in " + from + "."
                        + Seen.didYouMean(name, new NamesHere(seen).classesIn(from)));
    }
}
