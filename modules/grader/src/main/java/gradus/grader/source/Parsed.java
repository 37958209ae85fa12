package gradus.grader.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** A source as the compiler's tree. What names mean is not known; a text that is no Java has a tree, too. */
record Parsed(Source source, CompilationUnitTree unit, SourcePositions positions) {
    static Parsed of(Source source) {
        JavacTask task = (JavacTask) Compiler.javac()
                .getTask(
                        Writer.nullWriter(),
                        null,
                        diagnostic -> {},
                        List.of("-proc:none"),
                        null,
                        List.of(new SourceFile(source)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new Parsed(source, unit, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    /** The offset behind a tree. */
    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /** Whether an offset lies in a tree. */
    boolean holds(Tree tree, int offset) {
        return start(tree) <= offset && offset < end(tree);
    }
}
