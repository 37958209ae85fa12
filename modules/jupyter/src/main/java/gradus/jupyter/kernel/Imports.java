package gradus.jupyter.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a cell needs of the imports of others. A notebook's imports hold for all its cells, those of a file for itself
 * alone.
 *
 * @param cell the cell
 * @param others what other cells import, in their order, as {@link CellText#imports} says it
 * @param loader knows the classes that cells may use
 */
record Imports(CellText cell, List<String> others, ClassLoader loader) {
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    /** Imports to add. Those of whole packages become imports of the classes that the cell names. */
    List<String> missing() {
        Set<String> named = NAME.matcher(cell.code())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(cell.allTypes());
        for (String own : cell.imports()) {
            named.remove(own.substring(own.lastIndexOf('.') + 1));
        }
        Set<String> missing = new TreeSet<>();
        for (String name : named) {
            others.stream()
                    .map(other -> resolve(other, name))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(missing::add);
        }
        return List.copyOf(missing);
    }

    /** The import of one name that another import makes, if it does. */
    private Optional<String> resolve(String other, String name) {
        String last = other.substring(other.lastIndexOf('.') + 1);
        if (last.equals(name)) {
            return Optional.of(other);
        } else if (!last.equals("*")) {
            return Optional.empty();
        }
        String within = other.substring(0, other.length() - 1);
        if (other.startsWith("static ")) {
            return hasMember(within.substring("static ".length(), within.length() - 1), name)
                    ? Optional.of(within + name)
                    : Optional.empty();
        }
        boolean isType = Character.isUpperCase(name.charAt(0)) && isClass(within + name);
        return isType && !isOwnImportOf(name) ? Optional.of(within + name) : Optional.empty();
    }

    /** Whether a package that the cell imports itself has the name: that one is meant then. */
    private boolean isOwnImportOf(String name) {
        return cell.imports().stream()
                .filter(own -> own.endsWith(".*") && !own.startsWith("static "))
                .anyMatch(own -> isClass(own.substring(0, own.length() - 1) + name));
    }

    private boolean hasMember(String type, String name) {
        try {
            Class<?> found = Class.forName(type, false, loader);
            return List.of(found.getMethods()).stream()
                            .anyMatch(method -> method.getName().equals(name))
                    || List.of(found.getFields()).stream()
                            .anyMatch(field -> field.getName().equals(name));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private boolean isClass(String name) {
        return loader.getResource(name.replace('.', '/') + ".class") != null;
    }
}
