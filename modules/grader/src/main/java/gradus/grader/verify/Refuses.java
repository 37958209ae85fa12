package gradus.grader.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a room's front matter refuses because it would be the answer: {@code java.util.stream.*},
 * {@code java.util.TreeMap}, {@code java.util.Arrays.sort}, {@code java.util.Arrays.sort(double[])},
 * {@code java.util.Random.new}. A method counts with all methods that override it.
 */
final class Refuses {
    private static final String REASON = "here it would be the answer. Write that part yourself.";

    private final Hierarchy hierarchy;
    private final List<String> unknown = new ArrayList<>();
    private final Rules rules;

    /** @param entries as the front matter has them */
    Refuses(List<String> entries, Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        List<String> keys = new ArrayList<>();
        for (String entry : entries) {
            key(entry).ifPresentOrElse(keys::add, () -> unknown.add(entry));
        }
        this.rules = Rules.refusing(keys, REASON);
    }

    /** Entries that name no class or member. */
    List<String> unknown() {
        return unknown;
    }

    @Nullable
    Rule ofType(String type) {
        return rules.ofType(type);
    }

    @Nullable
    Rule of(Member declared) {
        Rule own = rules.of(declared);
        return own != null
                ? own
                : hierarchy.supertypes(declared.owner()).stream()
                        .flatMap(type -> Stream.ofNullable(rules.ofMemberAlone(declared.in(type))))
                        .findFirst()
                        .orElse(null);
    }

    private Optional<String> key(String entry) {
        if (entry.endsWith(".*")) {
            String folder = entry.substring(0, entry.length() - 1).replace('.', '/');
            return hierarchy.hasPackage(folder) ? Optional.of(folder + "*") : Optional.empty();
        }
        int parenthesis = entry.indexOf('(');
        String name = parenthesis < 0 ? entry : entry.substring(0, parenthesis);
        Optional<String> type = parenthesis < 0 ? type(name) : Optional.empty();
        int dot = name.lastIndexOf('.');
        return type.isPresent() || dot < 0
                ? type
                : type(name.substring(0, dot))
                        .map(owner -> owner + "." + entry.substring(dot + 1).replace(" ", ""))
                        .filter(this::isMember);
    }

    /** The internal name of a class that is written as in a source, nested ones with dots. */
    private Optional<String> type(String name) {
        String internal = name.replace('.', '/');
        while (hierarchy.shape(internal).isEmpty()) {
            int slash = internal.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            internal = internal.substring(0, slash) + "$" + internal.substring(slash + 1);
        }
        return Optional.of(internal);
    }

    private boolean isMember(String key) {
        return hierarchy.shape(key.substring(0, key.indexOf('.'))).stream()
                .flatMap(shape -> shape.members().stream())
                .anyMatch(
                        member -> member.key().equals(key) || member.overload().equals(key));
    }
}
