package gradus.grader.advice;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import gradus.catalogue.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler knows where an error is.
 *
 * @param path the smallest tree that the error is about
 */
record Seen(TreePath path, Trees trees, Elements elements, Types types) {
    private static final int MAX_SHOWN = 30;
    private static final int MAX_GUESSES = 3;
    private static final int SHORT = 3;

    static Optional<Seen> at(Diagnostic<?> error, CompilationUnitTree unit, JavacTask task) {
        Trees trees = Trees.instance(task);
        TreePath found = new TreeFinder(trees.getSourcePositions(), unit, error).find();
        return Optional.ofNullable(found).map(path -> new Seen(path, trees, task.getElements(), task.getTypes()));
    }

    Tree leaf() {
        return path.getLeaf();
    }

    Tree parent() {
        TreePath parent = path.getParentPath();
        return parent == null ? path.getLeaf() : parent.getLeaf();
    }

    /** The tree around the parent. */
    @Nullable
    Tree grandparent() {
        TreePath parent = path.getParentPath();
        return parent == null || parent.getParentPath() == null
                ? null
                : parent.getParentPath().getLeaf();
    }

    /** The type of an expression, also where it is not the type that is needed. */
    @Nullable
    TypeMirror type(Tree tree) {
        TypeMirror type = trees.getTypeMirror(new TreePath(path, tree));
        boolean isWrong = type != null && type.getKind() == TypeKind.ERROR;
        return isWrong ? trees.getOriginalType((ErrorType) type) : type;
    }

    @Nullable
    Element element(Tree tree) {
        return trees.getElement(new TreePath(path, tree));
    }

    /** The nearest tree of a kind around the place. */
    <T extends Tree> Optional<T> around(Class<T> kind) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (kind.isInstance(at.getLeaf())) {
                return Optional.of(kind.cast(at.getLeaf()));
            }
        }
        return Optional.empty();
    }

    /** The type that the method around the place returns. */
    @Nullable
    TypeMirror returnType() {
        return around(MethodTree.class)
                .map(MethodTree::getReturnType)
                .map(this::type)
                .orElse(null);
    }

    /** Code as it can be quoted: itself if it is short, else a name for it. */
    static String quoted(Tree tree, String otherwise) {
        String text = tree.toString();
        return text.length() <= MAX_SHOWN && text.lines().count() == 1 ? text : otherwise;
    }

    /** A type as the learner writes it. */
    static String name(TypeMirror type) {
        return type.getKind() == TypeKind.NULL
                ? "null"
                : type.toString().replaceAll("@\\S+ ", "").replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
    }

    /** A type with its article. */
    static String one(TypeMirror type) {
        String name = name(type);
        return (name.matches("[AEIOUaeio].*") ? "an " : "a ") + name;
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Number of the line on which a tree begins. */
    long line(Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree);
        return path.getCompilationUnit().getLineMap().getLineNumber(start);
    }

    /** A question after the names that are nearest, or nothing. */
    static String didYouMean(String typed, List<String> names) {
        List<String> nearest = nearest(typed, names);
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }

    /** The names that may have been meant: in other cases only for short names, of which all are near each other. */
    static List<String> nearest(String typed, List<String> names) {
        String lower = typed.toLowerCase(Locale.ROOT);
        List<String> others =
                names.stream().distinct().filter(name -> !name.equals(typed)).toList();
        List<String> near = typed.length() < SHORT
                ? List.of(lower)
                : Spelling.nearest(
                        lower,
                        others.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toList());
        List<String> found = others.stream()
                .filter(name -> near.contains(name.toLowerCase(Locale.ROOT)))
                .limit(MAX_GUESSES)
                .toList();
        List<String> likely =
                found.stream().filter(name -> isUpper(name) == isUpper(typed)).toList();
        return likely.isEmpty() ? found : likely;
    }

    private static boolean isUpper(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
