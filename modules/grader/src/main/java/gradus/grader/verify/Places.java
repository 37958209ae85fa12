package gradus.grader.verify;

import gradus.grader.source.Printable;
import gradus.grader.source.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts what was found into lines of the sources, each reason once a line. */
final class Places {
    private static final Comparator<Refusal> IN_SOURCE_ORDER =
            Comparator.comparing(Refusal::file).thenComparing(Refusal::line);
    private static final Pattern NO_CODE = Pattern.compile("\\s*(import |package |//|/?\\*).*");

    private record Place(String file, int line) {}

    private final Collection<Source> sources;
    private final Map<String, Place> mentions = new HashMap<>();

    Places(Collection<Source> sources) {
        this.sources = sources;
    }

    List<Refusal> of(List<ClassScan.Found> found) {
        Set<Refusal> told = new HashSet<>();
        return found.stream()
                .map(this::placed)
                .filter(refusal -> told.add(new Refusal(refusal.file(), refusal.line(), "", refusal.reason())))
                .sorted(IN_SOURCE_ORDER)
                .toList();
    }

    private Refusal placed(ClassScan.Found found) {
        Place place = found.line() > 0
                ? new Place(found.file(), found.line())
                : mentions.computeIfAbsent(found.file() + ":" + found.word(), key -> firstMention(found));
        return new Refusal(Printable.line(place.file()), place.line(), Printable.line(found.member()), found.reason());
    }

    /** Class files tell no lines of headers and fields; what they name stands there. */
    private Place firstMention(ClassScan.Found found) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(found.word()) + "\\b");
        boolean isKnown = sources.stream().anyMatch(source -> source.fileName().equals(found.file()));
        for (Source source : sources) {
            if (!isKnown || source.fileName().equals(found.file())) {
                List<String> lines = source.text().lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    if (word.matcher(lines.get(i)).find()
                            && !NO_CODE.matcher(lines.get(i)).matches()) {
                        return new Place(source.fileName(), i + 1);
                    }
                }
            }
        }
        return new Place(found.file(), 0);
    }
}
