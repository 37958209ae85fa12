package gradus.classroom.command;

import gradus.classroom.Person;
import gradus.classroom.similar.LeftOut;
import gradus.classroom.similar.RoomFindings;
import gradus.classroom.similar.RoomFindings.Alike;
import gradus.classroom.similar.RoomFindings.Group;
import gradus.classroom.similar.RoomFindings.LikeReference;
import gradus.grader.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found about one room, as it is shown on a terminal. */
record FindingsText(RoomFindings findings, int threshold) {
    private static final int SHOWN = 10;
    private static final int INDENT = 2;
    private static final int INDENT_OF_PAIRS = 9;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(findings.room());
        add(lines, numbers());
        if (findings.groups().isEmpty()) {
            add(
                    lines,
                    "No two are alike by " + threshold + " % or more"
                            + (findings.likeReference().isEmpty() ? "." : ", but for what is like the reference."));
        }
        findings.groups().forEach(group -> add(lines, group));
        addReference(lines);
        Map<LeftOut, List<Person>> notCompared = findings.notCompared().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        notCompared.forEach(
                (why, people) -> add(lines, "Not compared, as it " + why.words() + ": " + ids(people) + "."));
        lines.add("");
        return lines;
    }

    private String numbers() {
        return findings.compared() + (findings.compared() == 1 ? " work" : " works") + " compared. "
                + findings.measures();
    }

    private static void add(List<String> lines, String text) {
        lines.addAll(Report.wrap(text, INDENT));
    }

    private static void add(List<String> lines, Group group) {
        add(lines, "Alike: " + ids(group.people()));
        group.pairs().stream().limit(SHOWN).forEach(pair -> add(lines, pair));
        if (group.pairs().size() > SHOWN) {
            add(lines, "and " + (group.pairs().size() - SHOWN) + " pairs more, which --json tells of.");
        }
    }

    /** A pair, and where its longest match is. */
    private static void add(List<String> lines, Alike pair) {
        String where = pair.matches().stream()
                .findFirst()
                .map(longest -> "; " + pair.first().where(longest.first()) + " and "
                        + pair.second().where(longest.second()))
                .orElse("");
        List<String> text = Report.wrap(
                ids(List.of(pair.first().person(), pair.second().person()))
                        + (pair.isEqual() ? ", " + RoomFindings.EQUAL : "")
                        + where,
                INDENT_OF_PAIRS);
        lines.add(String.format(
                "  %5s  %s",
                RoomFindings.percent(pair.similarity()), text.get(0).strip()));
        lines.addAll(text.subList(1, text.size()));
    }

    private void addReference(List<String> lines) {
        List<Person> equal = findings.likeReference().stream()
                .filter(LikeReference::isEqual)
                .map(LikeReference::person)
                .toList();
        if (!equal.isEmpty()) {
            add(lines, "The reference, but for comments and blanks: " + ids(equal) + ".");
        }
        String others = findings.likeReference().stream()
                .filter(like -> !like.isEqual())
                .map(like -> like.person().id() + " (" + RoomFindings.percent(like.similarity()) + ")")
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            add(lines, "Like the reference: " + others + ".");
        }
    }

    private static String ids(Collection<Person> people) {
        return people.stream().map(Person::id).collect(Collectors.joining(", "));
    }
}
