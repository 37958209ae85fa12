package gradus.grader.advice;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Words for values of a type that does not fit. */
final class TypeAdvice {
    private static final Set<Tree.Kind> ORDER = Set.of(
            Tree.Kind.LESS_THAN, Tree.Kind.LESS_THAN_EQUAL, Tree.Kind.GREATER_THAN, Tree.Kind.GREATER_THAN_EQUAL);
    private static final Set<Tree.Kind> EQUALITY = Set.of(Tree.Kind.EQUAL_TO, Tree.Kind.NOT_EQUAL_TO);
    private static final Set<Tree.Kind> ARITHMETIC =
            Set.of(Tree.Kind.PLUS, Tree.Kind.MINUS, Tree.Kind.MULTIPLY, Tree.Kind.DIVIDE, Tree.Kind.REMAINDER);

    private TypeAdvice() {}

    static Optional<String> doesNotFit(Seen seen) {
        if (seen.leaf() instanceof AssignmentTree assignment && isCondition(seen)) {
            return Optional.of("= gives a variable a value. To compare, write: "
                    + Seen.quoted(assignment.getVariable(), "a") + " == "
                    + Seen.quoted(assignment.getExpression(), "b"));
        } else if (seen.leaf() instanceof ReturnTree) {
            return Optional.ofNullable(seen.returnType())
                    .map(type -> "This method returns " + Seen.one(type) + ": write a value behind return.");
        }
        TypeMirror found = seen.type(seen.leaf());
        TypeMirror needed = needed(seen);
        if (found == null || needed == null || isUnknown(found) || isUnknown(needed)) {
            return Optional.empty();
        } else if (needed.getKind() == TypeKind.VOID) {
            return Optional.of("This method is void, so it returns no value. Write return; alone, or the type of the"
                    + " value in place of void.");
        } else if (found.getKind() == TypeKind.VOID) {
            return Optional.of("This call returns nothing, but " + Seen.one(needed) + " is needed here.");
        } else if (found instanceof PrimitiveType from && needed instanceof PrimitiveType to && areNumbers(from, to)) {
            return Optional.of(loses(seen, from, to));
        }
        return Optional.of("This is " + (found.getKind() == TypeKind.NULL ? "null" : Seen.one(found)) + ", but "
                + Seen.one(needed) + " is needed here.");
    }

    private static boolean isUnknown(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || type.getKind() == TypeKind.OTHER
                || type.getKind() == TypeKind.NONE
                || type.getKind() == TypeKind.EXECUTABLE;
    }

    private static boolean areNumbers(PrimitiveType from, PrimitiveType to) {
        return from.getKind() != TypeKind.BOOLEAN && to.getKind() != TypeKind.BOOLEAN;
    }

    private static String loses(Seen seen, TypeMirror from, TypeMirror to) {
        String words =
                Seen.capital(Seen.one(from)) + " does not fit into " + Seen.one(to) + " without losing something. ";
        if (to.getKind() == TypeKind.FLOAT && seen.leaf() instanceof LiteralTree literal) {
            return words + "Write " + literal + "f.";
        }
        String value = Seen.quoted(seen.leaf(), "…");
        boolean isOne = value.matches("[\\w.]+");
        String cast = "(" + Seen.name(to) + ") " + (isOne ? value : "(" + value + ")");
        return words + "Make it " + Seen.one(from) + " on both sides, or cut it off: " + cast;
    }

    private static boolean isCondition(Seen seen) {
        Tree around = seen.parent() instanceof ParenthesizedTree ? seen.grandparent() : seen.parent();
        return around instanceof IfTree
                || around instanceof WhileLoopTree
                || around instanceof DoWhileLoopTree
                || around instanceof ForLoopTree
                || around instanceof BinaryTree;
    }

    /** The type that a value should have where it stands. */
    private static @Nullable TypeMirror needed(Seen seen) {
        Tree leaf = seen.leaf();
        Tree parent = seen.parent();
        if (parent instanceof VariableTree variable && variable.getType() != null) {
            return seen.type(variable.getType());
        } else if (parent instanceof AssignmentTree assignment) {
            return seen.type(assignment.getVariable());
        } else if (parent instanceof ReturnTree) {
            boolean ofLambda = seen.around(LambdaExpressionTree.class).isPresent();
            return ofLambda ? null : seen.returnType();
        } else if (parent instanceof ArrayAccessTree access && access.getIndex() == leaf) {
            return seen.types().getPrimitiveType(TypeKind.INT);
        } else if (parent instanceof MethodInvocationTree call) {
            return CallAdvice.parameter(seen, call, leaf);
        } else if (isCondition(seen) && !(parent instanceof BinaryTree)) {
            return seen.types().getPrimitiveType(TypeKind.BOOLEAN);
        }
        return null;
    }

    static Optional<String> operator(Seen seen) {
        if (!(seen.leaf() instanceof BinaryTree binary)) {
            return Optional.empty();
        }
        TypeMirror left = seen.type(binary.getLeftOperand());
        TypeMirror right = seen.type(binary.getRightOperand());
        if (left == null || right == null || isUnknown(left) || isUnknown(right)) {
            return Optional.empty();
        }
        String a = Seen.quoted(binary.getLeftOperand(), "a");
        String b = Seen.quoted(binary.getRightOperand(), "b");
        boolean isText = isString(left) || isString(right);
        String sign = sign(binary);
        if (isText && ORDER.contains(binary.getKind())) {
            return Optional.of(
                    "Texts are not compared with " + sign + ". Write: " + a + ".compareTo(" + b + ") " + sign + " 0");
        } else if (isText && EQUALITY.contains(binary.getKind())) {
            return Optional.of(Seen.capital(Seen.one(left)) + " is never the same as " + Seen.one(right)
                    + ". Two texts are compared with equals, as in: " + (isString(left) ? a : b) + ".equals(\"x\")");
        } else if (ARITHMETIC.contains(binary.getKind())
                && (left.getKind() == TypeKind.ARRAY || right.getKind() == TypeKind.ARRAY)) {
            TypeMirror array = left.getKind() == TypeKind.ARRAY ? left : right;
            return Optional.of("The sign " + sign + " works on numbers, not on " + Seen.one(array)
                    + ". Go through its elements in a loop.");
        }
        return Optional.of(
                "The sign " + sign + " does not work on " + Seen.one(left) + " and " + Seen.one(right) + ".");
    }

    private static boolean isString(TypeMirror type) {
        return type.toString().equals("java.lang.String");
    }

    private static String sign(BinaryTree binary) {
        return switch (binary.getKind()) {
            case LESS_THAN -> "<";
            case LESS_THAN_EQUAL -> "<=";
            case GREATER_THAN -> ">";
            case GREATER_THAN_EQUAL -> ">=";
            case EQUAL_TO -> "==";
            case NOT_EQUAL_TO -> "!=";
            case PLUS -> "+";
            case MINUS -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
            case REMAINDER -> "%";
            case CONDITIONAL_AND -> "&&";
            case CONDITIONAL_OR -> "||";
            case AND -> "&";
            case OR -> "|";
            case XOR -> "^";
            default -> "<<, >> or >>>";
        };
    }

    static Optional<String> noArray(Seen seen) {
        if (!(seen.leaf() instanceof ArrayAccessTree access)) {
            return Optional.empty();
        }
        TypeMirror type = seen.type(access.getExpression());
        if (type == null || isUnknown(type)) {
            return Optional.empty();
        }
        String object = Seen.quoted(access.getExpression(), "it");
        String index = Seen.quoted(access.getIndex(), "i");
        List<String> members = MemberAdvice.members(seen, access.getExpression()).stream()
                .map(member -> member.getSimpleName().toString())
                .toList();
        String getter = members.contains("get") ? "get" : members.contains("charAt") ? "charAt" : "";
        return Optional.of("Only arrays have [ ], and this is " + Seen.one(type) + "."
                + (getter.isEmpty() ? "" : " Write " + object + "." + getter + "(" + index + ")."));
    }

    static Optional<String> primitiveInBrackets(Seen seen) {
        if (!(seen.leaf() instanceof PrimitiveTypeTree primitive)
                || !(seen.parent() instanceof ParameterizedTypeTree generic)
                || !(seen.type(primitive) instanceof PrimitiveType type)) {
            return Optional.empty();
        }
        String box = seen.types().boxedClass(type).getSimpleName().toString();
        String written = generic.toString();
        return Optional.of("Angle brackets hold no " + primitive + ". Write "
                + written.replaceAll("\\b" + primitive + "\\b", box) + ".");
    }
}
