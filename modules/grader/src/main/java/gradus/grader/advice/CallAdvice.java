package gradus.grader.advice;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Words for calls whose arguments do not fit. */
final class CallAdvice {
    private CallAdvice() {}

    /** Whether the place is the name of a method that is called. */
    static boolean isCalled(Seen seen) {
        return seen.parent() instanceof MethodInvocationTree call && call.getMethodSelect() == seen.leaf();
    }

    /** What the only method of that name takes, and what it was given. */
    static Optional<String> wrongArguments(Seen seen) {
        if (!isCalled(seen)) {
            return Optional.empty();
        }
        MethodInvocationTree call = (MethodInvocationTree) seen.parent();
        List<ExecutableElement> candidates = candidates(seen, call);
        List<TypeMirror> given = new ArrayList<>();
        for (ExpressionTree argument : call.getArguments()) {
            TypeMirror type = seen.type(argument);
            if (type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.NONE) {
                return Optional.empty();
            }
            given.add(type);
        }
        return candidates.size() == 1 ? Optional.of(words(candidates.get(0), given)) : Optional.empty();
    }

    private static String words(ExecutableElement method, List<TypeMirror> given) {
        String takes = method.getParameters().stream()
                .map(parameter -> Seen.name(parameter.asType()) + " " + parameter.getSimpleName())
                .collect(Collectors.joining(", "));
        String gets = given.stream().map(Seen::name).collect(Collectors.joining(", "));
        return method.getSimpleName() + " takes " + (takes.isEmpty() ? "nothing" : "(" + takes + ")")
                + ", but is given " + (gets.isEmpty() ? "nothing" : "(" + gets + ")") + ".";
    }

    /** The type of the parameter for which an argument is meant, if only one method comes into question. */
    static @Nullable TypeMirror parameter(Seen seen, MethodInvocationTree call, Tree argument) {
        int index = call.getArguments().indexOf(argument);
        List<ExecutableElement> candidates = candidates(seen, call).stream()
                .filter(method ->
                        method.getParameters().size() == call.getArguments().size())
                .toList();
        return index >= 0
                        && candidates.size() == 1
                        && candidates.get(0).getTypeParameters().isEmpty()
                ? candidates.get(0).getParameters().get(index).asType()
                : null;
    }

    private static List<ExecutableElement> candidates(Seen seen, MethodInvocationTree call) {
        Stream<? extends Element> named = Stream.empty();
        if (call.getMethodSelect() instanceof IdentifierTree identifier) {
            named = new NamesHere(seen).methods(name -> identifier.getName().contentEquals(name)).stream();
        } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
            named = MemberAdvice.members(seen, select.getExpression()).stream()
                    .filter(member -> member.getSimpleName().equals(select.getIdentifier()));
        }
        return named.filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .toList();
    }
}
