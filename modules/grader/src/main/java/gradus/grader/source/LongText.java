package gradus.grader.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that the compiler would put together as it compiles, out of constants that are made of constants: they
 * double from line to line, and a screenful of them takes more memory than there is.
 */
final class LongText extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** More than the 65535 bytes that Java allows; what is a little too long the compiler says itself. */
    private static final long MAX = 200_000;

    private static final long OF_A_NUMBER = 11;

    private final Map<String, List<ExpressionTree>> constants = new HashMap<>();
    private final Map<String, Long> lengths = new HashMap<>();
    private final List<Tree> sums = new ArrayList<>();

    private LongText() {}

    static Optional<Tree> exceeded(CompilationUnitTree unit) {
        LongText text = new LongText();
        text.scan(unit, null);
        return text.sums.stream().filter(sum -> text.length(sum) > MAX).findFirst();
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        ExpressionTree value = variable.getInitializer();
        if (value != null) {
            constants
                    .computeIfAbsent(variable.getName().toString(), name -> new ArrayList<>())
                    .add(value);
        }
        return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
        if (sum.getKind() == Tree.Kind.PLUS) {
            sums.add(sum);
        }
        return super.visitBinary(sum, null);
    }

    /** An upper bound of how long the text is; 0 if it is a number or not known to be a text. */
    private long length(Tree tree) {
        if (tree instanceof LiteralTree literal) {
            return literal.getValue() instanceof String text ? Math.max(1, text.length()) : 0;
        } else if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            long left = length(sum.getLeftOperand());
            long right = length(sum.getRightOperand());
            return left == 0 && right == 0
                    ? 0
                    : Math.min(MAX + 1, Math.max(left, OF_A_NUMBER) + Math.max(right, OF_A_NUMBER));
        } else if (tree instanceof ParenthesizedTree inner) {
            return length(inner.getExpression());
        } else if (tree instanceof TypeCastTree cast) {
            return length(cast.getExpression());
        } else if (tree instanceof ConditionalExpressionTree either) {
            return Math.max(length(either.getTrueExpression()), length(either.getFalseExpression()));
        } else if (tree instanceof IdentifierTree name) {
            return length(name.getName().toString());
        } else if (tree instanceof MemberSelectTree name) {
            return length(name.getIdentifier().toString());
        }
        return 0;
    }

    private long length(String constant) {
        Long known = lengths.get(constant);
        if (known != null) {
            return known;
        }
        lengths.put(constant, 0L);
        long longest = 0;
        for (ExpressionTree value : constants.getOrDefault(constant, List.of())) {
            longest = Math.max(longest, length(value));
        }
        lengths.put(constant, longest);
        return longest;
    }
}
