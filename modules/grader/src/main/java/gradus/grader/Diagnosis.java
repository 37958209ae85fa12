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
    private final Rerun rerun;

    Diagnosis(Room room, RoomClasses classes, Equipment equipment, Rerun rerun) {
        this.room = room;
        this.classes = classes;
        this.equipment = equipment;
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

    private boolean looksLike(Mistake mistake, List<CheckInfo> checks, Recording recording) {
        List<Source> wrong = RoomClasses.read(room, room.sources()).stream()
                .map(source -> new Source(source.path(), mistake.in(source.fileName(), source.text())))
                .toList();
        Map<String, byte[]> files = WrongReferences.compiled(wrong, equipment.classPath(), classes.prerequisites());
        if (files.isEmpty()) {
            return false;
        }
        List<CheckInfo> first = checks.subList(0, 1);
        List<CheckInfo> others = checks.subList(1, checks.size());
        return agree(first, files, recording) && agree(others, files, recording);
    }

    private boolean agree(List<CheckInfo> checks, Map<String, byte[]> wrong, Recording recording) {
        if (checks.isEmpty()) {
            return true;
        }
        Recording theirs =
                TimeLimit.of(LIMIT, () -> rerun.of(checks, wrong)).orElse(new Recording(List.of(), Map.of(), Map.of()));
        return checks.stream().allMatch(check -> {
            Trace trace = recording.traces().get(check.id());
            Trace other = theirs.traces().get(check.id());
            return trace != null && other != null && trace.agreesWith(other);
        });
    }
}
