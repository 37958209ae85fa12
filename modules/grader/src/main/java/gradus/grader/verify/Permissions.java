package gradus.grader.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;

/** What one room allows: the lab's rules and grants, its libraries, what it refuses, and the classes of rooms. */
final class Permissions {
    /** Something that is refused. */
    record Objection(String member, String reason) {}

    private static final String UNLISTED =
            "it is not on the list of what a room's code may use. Text, mathematics, collections, streams and gradus.kit"
                    + " are.";
    private static final String UNKNOWN = "it is in none of the libraries of this room.";

    private final Rules rules;
    private final Refuses refuses;
    private final JarPackages libraries;
    private final Hierarchy hierarchy;
    private final Map<String, Optional<Objection>> types = new HashMap<>();
    private final Map<Member, Optional<Objection>> members = new HashMap<>();

    Permissions(Rules rules, Refuses refuses, JarPackages libraries, Hierarchy hierarchy) {
        this.rules = rules;
        this.refuses = refuses;
        this.libraries = libraries;
        this.hierarchy = hierarchy;
    }

    /** Whether a class is the learner's or of a room that this one stands on. */
    boolean isOwn(String type) {
        return hierarchy.isOwn(type);
    }

    /** What is wrong with using a type: to extend it, to ask whether something is one, to have a variable of it. */
    Optional<Objection> toType(String type) {
        return types.computeIfAbsent(type, this::judge);
    }

    private Optional<Objection> judge(String type) {
        if (hierarchy.isOwn(type)) {
            return Optional.empty();
        }
        Rule answer = refuses.ofType(type);
        if (answer == null && rules.isPartlyAllowed(type)) {
            return Optional.empty();
        }
        return objection(Member.simple(type), type, answer != null ? answer : rules.ofType(type));
    }

    /** What is wrong with calling a method, or reading or writing a field. */
    Optional<Objection> toMember(Member called) {
        return members.computeIfAbsent(called, this::judge);
    }

    private Optional<Objection> judge(Member called) {
        List<Member> declarations = hierarchy.declarations(called);
        if (declarations.isEmpty()) {
            return Optional.of(toType(called.owner())
                    .map(objection -> new Objection(called.inWords(), objection.reason()))
                    .orElseGet(() -> new Objection(called.inWords(), UNKNOWN)));
        }
        return declarations.stream()
                .map(this::toDeclared)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Objection> toDeclared(Member member) {
        if (hierarchy.isOwn(member.owner())) {
            return Optional.empty();
        }
        Rule answer = refuses.of(member);
        return objection(member.inWords(), member.owner(), answer != null ? answer : rules.of(member));
    }

    private Optional<Objection> objection(String words, String type, @Nullable Rule rule) {
        if (rule == null) {
            return libraries.contains(type) ? Optional.empty() : Optional.of(new Objection(words, UNLISTED));
        }
        return rule.allows() ? Optional.empty() : Optional.of(new Objection(words, rule.reason()));
    }

    /** Whether a compiler may let the JVM call this method to link a call. */
    boolean isBootstrap(Handle handle) {
        return rules.isBootstrap(new Member(handle.getOwner(), handle.getName(), handle.getDesc()));
    }
}
