package gradus.grader.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where a tree goes deeper than the compiler should: its time grows with the square of the depth. */
final class Depth extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final int MAX = 4000;

    private int depth;
    private @Nullable Tree tooDeep;

    private Depth() {}

    static Optional<Tree> exceeded(CompilationUnitTree unit) {
        Depth depth = new Depth();
        depth.scan(unit, null);
        return Optional.ofNullable(depth.tooDeep);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tooDeep != null) {
            return null;
        } else if (depth == MAX) {
            tooDeep = tree;
            return null;
        }
        depth++;
        super.scan(tree, null);
        depth--;
        return null;
    }
}
