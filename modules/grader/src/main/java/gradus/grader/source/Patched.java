package gradus.grader.source;

import java.util.Map;
import java.util.TreeMap;

/** A source from which parts are taken out. Lines keep their numbers, and every place is known in the original. */
final class Patched {
    private record Cut(int end, String instead) {}

    private final Source original;
    private final TreeMap<Integer, Cut> cuts;
    private final Source source;

    private Patched(Source original, TreeMap<Integer, Cut> cuts) {
        this.original = original;
        this.cuts = cuts;
        this.source = new Source(original.path(), text());
    }

    static Patched of(Source original) {
        return new Patched(original, new TreeMap<>());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Cut> cut : cuts.entrySet()) {
            text.append(original.text(), at, cut.getKey()).append(cut.getValue().instead);
            at = cut.getValue().end;
        }
        return text.append(original.text(), at, original.text().length()).toString();
    }

    Source original() {
        return original;
    }

    /** What remains. */
    Source source() {
        return source;
    }

    /** Where in the original an offset of what remains is. */
    int original(int offset) {
        int shift = 0;
        for (Map.Entry<Integer, Cut> cut : cuts.entrySet()) {
            int start = cut.getKey() + shift;
            int end = start + cut.getValue().instead.length();
            if (offset < start) {
                break;
            } else if (offset < end) {
                return cut.getKey();
            }
            shift = end - cut.getValue().end;
        }
        return offset - shift;
    }

    /** Whether a part of the original is taken out. */
    boolean isWithout(int start, int end) {
        Map.Entry<Integer, Cut> cut = cuts.floorEntry(start);
        return cut != null && end <= cut.getValue().end;
    }

    /** Takes out one more part of the original, if it is still there. */
    Patched without(int start, int end, String instead) {
        if (isWithout(start, end)) {
            return this;
        }
        TreeMap<Integer, Cut> more = new TreeMap<>(cuts);
        more.subMap(start, end).clear();
        String gone = original.text().substring(start, end);
        more.put(start, new Cut(end, instead + "\n".repeat(Lines.endingIn(gone))));
        return new Patched(original, more);
    }
}
