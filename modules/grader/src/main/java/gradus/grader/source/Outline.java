package gradus.grader.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The parts around one place of a file that can be taken out. */
final class Outline extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Parsed parsed;
    private final int offset;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable TreePath innermost;

    private Outline(Parsed parsed, int offset) {
        this.parsed = parsed;
        this.offset = offset;
    }

    /** The parts that hold an offset, from small to large. Classes of the top level are none. */
    static List<Part> around(Parsed parsed, int offset) {
        Outline outline = new Outline(parsed, offset);
        outline.scan(new TreePath(parsed.unit()), null);
        Collections.reverse(outline.parts);
        return outline.parts;
    }

    /** The body that begins with the brace at an offset, if that is the body of a method. */
    static Optional<Part> body(Parsed parsed, int brace) {
        return around(parsed, brace).stream()
                .filter(part -> part.kind() != Part.Kind.WHOLE && part.start() == brace + 1)
                .findFirst();
    }

    /** A member of a class whose braces, with nothing between them, begin at an offset. */
    static Optional<Part> member(Parsed parsed, int brace, List<String> names) {
        Outline outline = new Outline(parsed, brace);
        outline.scan(new TreePath(parsed.unit()), null);
        return Optional.ofNullable(outline.innermost)
                .filter(type -> parsed.end(type.getLeaf()) == brace + 2
                        && type.getLeaf().getKind() != Tree.Kind.ENUM)
                .map(type -> {
                    String title = names.isEmpty()
                            ? "something outside of the methods of " + words(type)
                            : words(type) + "." + names.get(0);
                    return new Part(
                            outline.owner(type), names, Printable.line(title), Part.Kind.WHOLE, brace + 1, brace + 1);
                });
    }

    @Override
    public @Nullable Void visitImport(ImportTree imported, @Nullable Void nothing) {
        if (parsed.holds(imported, offset)) {
            String name = imported.getQualifiedIdentifier().toString();
            whole(
                    imported,
                    "",
                    List.of(name.substring(name.lastIndexOf('.') + 1)),
                    (imported.isStatic() ? "import static " : "import ") + name);
        }
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        if (!parsed.holds(type, offset)) {
            return null;
        }
        innermost = getCurrentPath();
        TreePath parent = getCurrentPath().getParentPath();
        if (parent.getLeaf() instanceof ClassTree) {
            whole(type, owner(parent), List.of(type.getSimpleName().toString()), words(getCurrentPath()));
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        BlockTree body = method.getBody();
        if (!parsed.holds(method, offset)) {
            return null;
        }
        boolean isConstructor = method.getReturnType() == null;
        String type = words(getCurrentPath().getParentPath());
        String parameters = method.getParameters().stream()
                .map(parameter -> String.valueOf(parameter.getType()))
                .collect(Collectors.joining(", ", "(", ")"));
        String title = (isConstructor ? "new " + type : type + "." + method.getName()) + parameters;
        String owner = owner(getCurrentPath().getParentPath());
        List<String> names = List.of(method.getName().toString());
        if (!isConstructor && !isAnonymous(getCurrentPath().getParentPath())) {
            whole(method, owner, names, title);
        }
        if (body != null) {
            int start = isConstructor ? startOfConstructor(body) : parsed.start(body) + 1;
            add(owner, names, title, Part.Kind.BODY, start, parsed.end(body) - 1);
        }
        return null;
    }

    /** A call of another constructor stays, unless it is wrong itself. */
    private int startOfConstructor(BlockTree body) {
        return body.getStatements().stream()
                .findFirst()
                .filter(first -> callsConstructor(first) && !parsed.holds(first, offset))
                .map(parsed::end)
                .orElseGet(() -> parsed.start(body) + 1);
    }

    private static boolean callsConstructor(StatementTree first) {
        return first instanceof ExpressionStatementTree statement
                && statement.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().matches("this|super|.*\\.super");
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        if (!parsed.holds(variable, offset)) {
            return null;
        }
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type && isField(variable, type)) {
            List<VariableTree> together = type.getMembers().stream()
                    .filter(member -> member instanceof VariableTree && parsed.start(member) == parsed.start(variable))
                    .map(VariableTree.class::cast)
                    .toList();
            List<String> names =
                    together.stream().map(field -> field.getName().toString()).toList();
            int end = together.stream().mapToInt(parsed::end).max().orElseThrow();
            TreePath around = getCurrentPath().getParentPath();
            add(owner(around), names, words(around) + "." + names.get(0), Part.Kind.WHOLE, parsed.start(variable), end);
        }
        return super.visitVariable(variable, null);
    }

    /** A constant of an enum and a component of a record cannot be taken out. */
    private boolean isField(VariableTree variable, ClassTree type) {
        boolean isComponent = type.getKind() == Tree.Kind.RECORD
                && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
        boolean isConstant = type.getKind() == Tree.Kind.ENUM
                && parsed.source().text().startsWith(variable.getName().toString(), parsed.start(variable.getType()));
        return !isComponent && !isConstant;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree
                && parsed.holds(block, offset)
                && !block.isStatic()) {
            TreePath type = getCurrentPath().getParentPath();
            String title = "the initialiser of " + words(type);
            add(owner(type), List.of(), title, Part.Kind.INITIALISER, parsed.start(block) + 1, parsed.end(block) - 1);
        }
        return null;
    }

    private void whole(Tree tree, String owner, List<String> names, String title) {
        add(owner, names, title, Part.Kind.WHOLE, parsed.start(tree), parsed.end(tree));
    }

    private void add(String owner, List<String> names, String title, Part.Kind kind, int start, int end) {
        parts.add(new Part(owner, names, Printable.line(title), kind, start, end));
    }

    private static boolean isAnonymous(TreePath type) {
        return ((ClassTree) type.getLeaf()).getSimpleName().isEmpty();
    }

    /** Names of the classes around, outermost first. */
    private static List<String> classes(TreePath path) {
        List<String> names = new ArrayList<>();
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
                names.add(0, type.getSimpleName().toString());
            }
        }
        return names;
    }

    private static String words(TreePath type) {
        return String.join(".", classes(type));
    }

    private String owner(TreePath type) {
        Tree named = parsed.unit().getPackageName();
        return (named == null ? "" : named + ".") + String.join("$", classes(type));
    }
}
