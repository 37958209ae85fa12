package gradus.grader.advice;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds the tree that reaches exactly as far as an error does, or else the smallest around its place. */
final class TreeFinder extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final Diagnostic<?> error;
    private @Nullable TreePath exact;
    private @Nullable TreePath smallest;
    private long size = Long.MAX_VALUE;

    TreeFinder(SourcePositions positions, CompilationUnitTree unit, Diagnostic<?> error) {
        this.positions = positions;
        this.unit = unit;
        this.error = error;
    }

    @Nullable
    TreePath find() {
        scan(new TreePath(unit), null);
        return exact != null ? exact : smallest;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree == null) {
            return null;
        }
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        boolean isWritten = end >= 0;
        if (isWritten && start <= error.getPosition() && error.getPosition() <= end) {
            if (start == error.getStartPosition() && end == error.getEndPosition()) {
                exact = new TreePath(getCurrentPath(), tree);
            } else if (end - start < size) {
                size = end - start;
                smallest = new TreePath(getCurrentPath(), tree);
            }
        }
        return super.scan(tree, nothing);
    }
}
