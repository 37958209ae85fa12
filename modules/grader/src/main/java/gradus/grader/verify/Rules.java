package gradus.grader.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Rules by what they name: overloads, members, types, packages. The one that says most counts. */
final class Rules {
    private static final List<RuleFile.Section> FILE = RuleFile.read();
    private static final Map<Set<String>, Rules> BY_GRANTS = new ConcurrentHashMap<>();

    private final Map<String, Rule> byKey = new HashMap<>();
    private final Set<String> partlyAllowed = new HashSet<>();
    private final Set<String> bootstraps = new HashSet<>();

    private Rules() {}

    /** The lab's rules for a room with these grants. */
    static Rules with(Collection<String> grants) {
        return BY_GRANTS.computeIfAbsent(Set.copyOf(grants), Rules::read);
    }

    private static Rules read(Set<String> grants) {
        Rules rules = new Rules();
        for (RuleFile.Section section : FILE) {
            switch (section.kind()) {
                case ALLOW -> rules.add(section.keys(), Rule.ALLOWED);
                case REFUSE -> rules.add(section.keys(), Rule.refused(section.words()));
                case BOOTSTRAP -> rules.bootstraps.addAll(section.keys());
                case ALLOW_WITH -> {}
            }
        }
        for (RuleFile.Section section : FILE) {
            if (section.kind() == RuleFile.Kind.ALLOW_WITH && grants.contains(section.words())) {
                rules.add(section.keys(), Rule.ALLOWED);
            }
        }
        return rules;
    }

    /** Rules that refuse, and say nothing of the rest. */
    static Rules refusing(Collection<String> keys, String reason) {
        Rules rules = new Rules();
        rules.add(keys, Rule.refused(reason));
        return rules;
    }

    private void add(Collection<String> keys, Rule rule) {
        for (String key : keys) {
            byKey.put(key, rule);
            int dot = key.indexOf('.');
            if (rule.allows() && dot > 0) {
                partlyAllowed.add(key.substring(0, dot));
            }
        }
    }

    /** Whether a compiler may let the JVM call this method to link a call. */
    boolean isBootstrap(Member member) {
        return bootstraps.contains(member.key());
    }

    /** Whether some member of a type is allowed, so that its name may be written. */
    boolean isPartlyAllowed(String type) {
        return partlyAllowed.contains(type);
    }

    /** What is said of a member, by itself or with its type. */
    @Nullable
    Rule of(Member member) {
        Rule own = ofMemberAlone(member);
        return own != null ? own : ofType(member.owner());
    }

    /** What is said of a member by name. */
    @Nullable
    Rule ofMemberAlone(Member member) {
        Rule overload = byKey.get(member.overload());
        return overload != null ? overload : byKey.get(member.key());
    }

    /** What is said of a type: by name, or with the type around it or its package. */
    @Nullable
    Rule ofType(String type) {
        int start = type.lastIndexOf('/') + 1;
        for (int end = type.length(); end > start; end = type.lastIndexOf('$', end - 1)) {
            Rule rule = byKey.get(type.substring(0, end));
            if (rule != null) {
                return rule;
            }
        }
        Rule rule = byKey.get(type.substring(0, start) + "*");
        for (int end = start; rule == null && end > 0; end = type.lastIndexOf('/', end - 2) + 1) {
            rule = byKey.get(type.substring(0, end) + "**");
        }
        return rule;
    }
}
