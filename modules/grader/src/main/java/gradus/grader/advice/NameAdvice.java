package gradus.grader.advice;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** Words for names that mean nothing, or something else, where they stand. */
final class NameAdvice {
    private NameAdvice() {}

    static Optional<String> unknown(Seen seen) {
        if (seen.leaf() instanceof MemberSelectTree select) {
            return MemberAdvice.unknown(seen, select);
        }
        return seen.leaf() instanceof IdentifierTree identifier
                ? unknown(seen, identifier.getName().toString())
                : Optional.empty();
    }

    private static Optional<String> unknown(Seen seen, String name) {
        NamesHere here = new NamesHere(seen);
        if (CallAdvice.isCalled(seen)) {
            return Optional.of(unknownMethod(name, here));
        } else if (isType(seen) || looksLikeType(name, here)) {
            return Optional.of(unknownType(name, here));
        }
        return Optional.of(unknownVariable(seen, name, here));
    }

    /** Whether it stands where only a type can. */
    private static boolean isType(Seen seen) {
        Tree leaf = seen.leaf();
        Tree parent = seen.parent();
        return parent instanceof VariableTree variable && variable.getType() == leaf
                || parent instanceof MethodTree method
                        && (method.getReturnType() == leaf || method.getThrows().contains(leaf))
                || parent instanceof NewClassTree made && made.getIdentifier() == leaf
                || parent instanceof NewArrayTree array && array.getType() == leaf
                || parent instanceof TypeCastTree cast && cast.getType() == leaf
                || parent instanceof InstanceOfTree test && test.getType() == leaf
                || parent instanceof ParameterizedTypeTree
                || parent instanceof ArrayTypeTree
                || parent instanceof WildcardTree
                || parent instanceof AnnotationTree
                || parent instanceof ClassTree;
    }

    private static boolean looksLikeType(String name, NamesHere here) {
        boolean isWritten =
                Character.isUpperCase(name.charAt(0)) && name.chars().anyMatch(Character::isLowerCase);
        return isWritten
                && (here.importable(name).isPresent()
                        || Seen.nearest(name, here.variables()).isEmpty());
    }

    private static String unknownMethod(String name, NamesHere here) {
        List<String> methods = here.methods(any -> true).stream()
                .map(method -> method.getSimpleName().toString())
                .toList();
        String question = Seen.didYouMean(name, methods);
        return "There is no method " + name + " here."
                + (question.isEmpty()
                        ? " If it belongs to an object or a class, write that before it, and a dot."
                        : question);
    }

    private static String unknownType(String name, NamesHere here) {
        String unknown = "Java does not know " + name + " here.";
        Optional<String> importable = here.importable(name);
        if (importable.isPresent()) {
            return unknown + " Write below the package line: import " + importable.get() + ";";
        }
        String question = Seen.didYouMean(name, here.types());
        return unknown + (question.isEmpty() ? Seen.didYouMean(name, here.importableTypes()) : question);
    }

    private static String unknownVariable(Seen seen, String name, NamesHere here) {
        String unknown = "Java does not know " + name + " here.";
        String question = Seen.didYouMean(name, here.variables());
        if (!question.isEmpty()) {
            return unknown + question;
        }
        return unknown
                + declaredElsewhere(seen, name)
                        .map(line ->
                                " The " + name + " of line " + line + " is known only between the braces around it.")
                        .orElse(" A variable is declared before it is used, with its type, as in: double " + name
                                + " = 0;");
    }

    /** Line on which the method declares a variable of that name, in a block of its own. */
    private static Optional<Long> declaredElsewhere(Seen seen, String name) {
        List<VariableTree> found = new ArrayList<>();
        seen.around(MethodTree.class)
                .ifPresent(method -> new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                        if (variable.getName().contentEquals(name)) {
                            found.add(variable);
                        }
                        return super.visitVariable(variable, nothing);
                    }
                }.scan(method, null));
        return found.stream().map(seen::line).findFirst();
    }

    static Optional<String> noObject(Seen seen) {
        if (seen.leaf() instanceof IdentifierTree name && name.getName().contentEquals("this")) {
            return Optional.of("A static method has no this: it is not called on an object.");
        }
        Element element = seen.element(seen.leaf());
        String name = seen.leaf() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : seen.leaf().toString();
        boolean isMethod = element != null && element.getKind() == ElementKind.METHOD || CallAdvice.isCalled(seen);
        return Optional.of(name + (isMethod ? "()" : "")
                + " belongs to an object, and here is none: a static method is not called on an object. "
                + (isMethod
                        ? "Call it on one, as in object." + name + "(), or make " + name + " static."
                        : "Hand it over as an argument, or make this method not static."));
    }

    static Optional<String> taken(Seen seen) {
        return seen.leaf() instanceof VariableTree variable
                        && seen.around(MethodTree.class).isPresent()
                ? Optional.of(
                        "There is a variable " + variable.getName()
                                + " already. To give it a new value, leave the type away; for another variable, take another name.")
                : Optional.empty();
    }
}
