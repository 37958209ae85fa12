package gradus.grader.advice;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Words for ways through a method that Java does not accept, and for what it limits. */
final class FlowAdvice {
    private FlowAdvice() {}

    static Optional<String> on(String code, Seen seen) {
        return switch (code) {
            case "missing.ret.stmt" ->
                Optional.ofNullable(seen.returnType())
                        .map(type -> "This method returns " + Seen.one(type)
                                + ", but a way through it comes to its end without a return.");
            case "unreachable.stmt" ->
                Optional.of(
                        "This is never reached: what stands before it always leaves (return, throw, break, continue)"
                                + " or never ends.");
            case "var.might.not.have.been.initialized" -> uninitialized(seen);
            case "cant.assign.val.to.final.var", "cant.assign.val.to.var", "final.parameter.may.not.be.assigned" ->
                Optional.of(Seen.quoted(seen.leaf(), "This") + " is final: it keeps its first value.");
            case "cant.ref.non.effectively.final.var" ->
                Optional.of(Seen.quoted(seen.leaf(), "This variable")
                        + " gets more than one value, so it cannot be used in a lambda or an inner class. Copy it into a"
                        + " variable of its own before.");
            case "unreported.exception.need.to.catch.or.throw" -> unreported(seen);
            default -> Optional.empty();
        };
    }

    /** Words for what is found when class files are written, and the trees are gone. */
    static Optional<String> limit(String code) {
        return switch (code) {
            case "limit.string" ->
                Optional.of("This text is too long: Java allows 65535 bytes between quotes. Read it from a file.");
            case "limit.code" ->
                Optional.of("This method is too long: Java allows 64 kB of code in one. Split it, or use a loop.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> uninitialized(Seen seen) {
        return seen.leaf() instanceof IdentifierTree name
                ? Optional.of(
                        name + " may have no value yet. Give it one where it is declared, or on every way to here.")
                : Optional.empty();
    }

    private static Optional<String> unreported(Seen seen) {
        String type = thrown(seen).stream().findFirst().map(Seen::name).orElse(null);
        if (type == null) {
            return Optional.empty();
        }
        String method = seen.around(MethodTree.class)
                .map(around -> around.getName().contentEquals("<init>") ? "this constructor" : around.getName() + "(…)")
                .orElse("this method");
        return Optional.of((seen.leaf() instanceof ThrowTree ? "This throws " : "This call may throw ") + type
                + ", which Java wants to see handled. Put it into try { … } catch (" + type
                + " e) { … }, or write throws "
                + type + " behind " + method + ".");
    }

    private static List<? extends TypeMirror> thrown(Seen seen) {
        Tree leaf = seen.leaf();
        if (leaf instanceof ThrowTree statement) {
            return types(seen.type(statement.getExpression()));
        }
        Tree called = leaf instanceof MethodInvocationTree call ? call.getMethodSelect() : leaf;
        return (leaf instanceof MethodInvocationTree || leaf instanceof NewClassTree)
                        && seen.element(called) instanceof ExecutableElement method
                ? method.getThrownTypes()
                : List.of();
    }

    private static List<TypeMirror> types(@Nullable TypeMirror type) {
        return type == null ? List.of() : List.of(type);
    }
}
