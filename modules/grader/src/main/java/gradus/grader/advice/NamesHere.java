package gradus.grader.advice;

import com.sun.source.tree.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What can be named where an error is. */
final class NamesHere {
    /** Packages whose classes a learner may have meant. */
    private static final List<String> PACKAGES = List.of(
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.util.random",
            "java.io",
            "java.nio.file",
            "java.math",
            "gradus.kit",
            "gradus.datasets");

    private static final List<String> OF_THE_LANGUAGE =
            List.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void", "var");

    private final Seen seen;

    NamesHere(Seen seen) {
        this.seen = seen;
    }

    /** Local variables, parameters and fields. */
    List<String> variables() {
        return Stream.concat(locals().stream(), members().stream())
                .filter(element -> element.getKind().isField()
                        || Set.of(
                                        ElementKind.LOCAL_VARIABLE,
                                        ElementKind.PARAMETER,
                                        ElementKind.EXCEPTION_PARAMETER,
                                        ElementKind.RESOURCE_VARIABLE,
                                        ElementKind.BINDING_VARIABLE)
                                .contains(element.getKind()))
                .map(element -> element.getSimpleName().toString())
                .filter(name -> !name.equals("this") && !name.equals("super"))
                .distinct()
                .toList();
    }

    /** Methods of the classes around the place. */
    List<Element> methods(Predicate<String> named) {
        return members().stream()
                .filter(element -> element.getKind() == ElementKind.METHOD
                        && named.test(element.getSimpleName().toString()))
                .toList();
    }

    /** Names of types that need no import, among them those of the language itself. */
    List<String> types() {
        Set<String> names = new LinkedHashSet<>(OF_THE_LANGUAGE);
        Stream.concat(locals().stream(), members().stream())
                .filter(element -> element instanceof TypeElement)
                .forEach(element -> names.add(element.getSimpleName().toString()));
        names.addAll(classesIn("java.lang"));
        names.addAll(classesIn(seen.elements()
                .getPackageOf(enclosing().get(0))
                .getQualifiedName()
                .toString()));
        return List.copyOf(names);
    }

    /** Names of types that could be imported. */
    List<String> importableTypes() {
        return PACKAGES.stream().flatMap(name -> classesIn(name).stream()).toList();
    }

    /** The full name of a type that could be imported. */
    Optional<String> importable(String type) {
        return PACKAGES.stream()
                .map(name -> name + "." + type)
                .filter(name -> seen.elements().getTypeElement(name) != null)
                .findFirst();
    }

    /** Simple names of the public classes of a package, by its full name. */
    List<String> classesIn(String name) {
        PackageElement found = seen.elements().getPackageElement(name);
        return found == null
                ? List.of()
                : found.getEnclosedElements().stream()
                        .filter(element -> element.getModifiers().contains(Modifier.PUBLIC))
                        .map(element -> element.getSimpleName().toString())
                        .toList();
    }

    private List<Element> locals() {
        List<Element> locals = new ArrayList<>();
        for (Scope scope = seen.trees().getScope(seen.path());
                scope != null && scope.getEnclosingMethod() != null;
                scope = scope.getEnclosingScope()) {
            scope.getLocalElements().forEach(locals::add);
        }
        return locals;
    }

    private List<Element> members() {
        List<Element> members = new ArrayList<>();
        enclosing().forEach(type -> members.addAll(seen.elements().getAllMembers(type)));
        return members;
    }

    /** The classes around the place, innermost first. */
    private List<TypeElement> enclosing() {
        List<TypeElement> types = new ArrayList<>();
        for (Element at = seen.trees().getScope(seen.path()).getEnclosingClass();
                at != null;
                at = at.getEnclosingElement()) {
            if (at instanceof TypeElement type) {
                types.add(type);
            }
        }
        return types;
    }
}
