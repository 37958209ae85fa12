package gradus.grader;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.worker.Equipment;
import gradus.grader.worker.Incident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls mistakes by their name: by what the learner's code gave back, not by how it is written.
 *
 * <p>A mistake is recognised if every check that it fails has failed, and the learner's code gave back in each of them
 * what the reference with that mistake gives back on the same inputs. Of mistakes of which one explains all that
 * another does, and more, only the first is named.
 */
final class Diagnosis {
    /** Runs checks against other classes than the learner's. */
    interface Rerun {
        Recording of(List<CheckInfo> checks, Map<String, byte[]> classes);
    }

    /** A mistake that takes longer on these inputs is not recognised. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Room room;
    private final RoomClasses classes;
    private final Equipment equipment;
    private final long seed;
    private final Rerun rerun;

    /** @param seed what the inputs of the checks were drawn from */
    Diagnosis(Room room, RoomClasses classes, Equipment equipment, long seed, Rerun rerun) {
        this.room = room;
        this.classes = classes;
        this.equipment = equipment;
        this.seed = seed;
        this.rerun = rerun;
    }

    /** What a run looks like, what explains most first. */
    List<Recognised> of(List<CheckInfo> checks, Recording recording) {
        Set<String> failed = new HashSet<>();
        Set<String> ran = new HashSet<>();
        for (CheckResult result : recording.results()) {
            if (result.status().counts()) {
                ran.add(result.id());
            }
            if (result.status() == Status.FAILED || result.status() == Status.WAITING) {
                failed.add(result.id());
            }
            if (result.incident() != Incident.NONE) {
                return List.of();
            }
        }
        List<Recognised> all = new ArrayList<>();
        for (Recognised candidate : candidates(failed, ran)) {
            if (all.stream().noneMatch(known -> known.explainsMoreThan(candidate))) {
                List<CheckInfo> explained = of(checks, candidate.checks());
                List<Mistake> alike = candidate.either().stream()
                        .filter(mistake -> looksLike(mistake, explained, recording))
                        .toList();
                if (!alike.isEmpty()) {
                    all.add(new Recognised(alike, candidate.checks()));
                }
            }
        }
        return all;
    }

    /**
     * What might explain failed checks: those first that explain most. Where each try costs a worker, only what would
     * explain them all.
     */
    private List<Recognised> candidates(Set<String> failed, Set<String> ran) {
        Map<Set<String>, List<Mistake>> alike = new LinkedHashMap<>();
        for (Mistake mistake : failed.isEmpty() ? List.<Mistake>of() : room.mistakes()) {
            Set<String> explained = new HashSet<>(mistake.fails());
            explained.retainAll(ran);
            boolean isCandidate = room.jvm().isEmpty() ? failed.containsAll(explained) : failed.equals(explained);
            if (!explained.isEmpty() && isCandidate) {
                alike.computeIfAbsent(explained, set -> new ArrayList<>()).add(mistake);
            }
        }
        List<Recognised> candidates = new ArrayList<>();
        alike.forEach((explained, mistakes) -> candidates.add(new Recognised(mistakes, explained)));
        candidates.sort(Comparator.comparingInt(
                        (Recognised candidate) -> candidate.checks().size())
                .reversed());
        return candidates;
    }

    private static List<CheckInfo> of(List<CheckInfo> checks, Set<String> ids) {
        return checks.stream().filter(check -> ids.contains(check.id())).toList();
    }

    /** Codes that differ mostly do so in the first check already. */
    private boolean looksLike(Mistake mistake, List<CheckInfo> checks, Recording recording) {
        return agrees(mistake, checks.subList(0, 1), recording)
                && agrees(mistake, checks.subList(1, checks.size()), recording);
    }

    private boolean agrees(Mistake mistake, List<CheckInfo> checks, Recording recording) {
        if (checks.isEmpty()) {
            return true;
        }
        // What a worker gave back may be cut short, because it was slow this time.
        Map<String, Trace> theirs = room.jvm().isEmpty()
                ? MistakeTraces.of(classes).of(seed, mistake, checks, () -> traces(mistake, checks))
                : traces(mistake, checks);
        return checks.stream().allMatch(check -> {
            Trace trace = recording.traces().get(check.id());
            Trace other = theirs.get(check.id());
            return trace != null && other != null && trace.agreesWith(other);
        });
    }

    /** What the reference with a mistake gives back; nothing if that does not compile, or takes too long. */
    private Map<String, Trace> traces(Mistake mistake, List<CheckInfo> checks) {
        List<Source> wrong = RoomClasses.read(room, room.sources()).stream()
                .map(source -> new Source(source.path(), mistake.in(source.fileName(), source.text())))
                .toList();
        Map<String, byte[]> files = WrongReferences.compiled(wrong, equipment.classPath(), classes.prerequisites());
        return files.isEmpty()
                ? Map.of()
                : TimeLimit.of(LIMIT, () -> rerun.of(checks, files))
                        .map(Recording::traces)
                        .orElse(Map.of());
    }
}
