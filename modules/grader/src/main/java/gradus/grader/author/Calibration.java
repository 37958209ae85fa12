package gradus.grader.author;

import gradus.catalogue.Room;
import gradus.grader.CheckResult;
import gradus.grader.Headway;
import gradus.grader.Status;
import gradus.grader.Trial;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * How often a room's checks fail its reference: a check that draws random numbers must let it pass with every seed.
 *
 * @param room id of the room
 * @param seeds how many seeds were tried, from 1 on
 * @param checks what became of each check that draws random numbers, those of full runs left out
 */
public record Calibration(String room, int seeds, List<Tally> checks, double seconds) {

    /**
     * How often one check failed.
     *
     * @param id the check
     * @param failures with how many seeds it failed
     * @param seed the first of these, 0 where there is none
     * @param message what it said then
     */
    public record Tally(String id, int failures, long seed, String message) {
        private static Tally none(CheckInfo check) {
            return new Tally(check.id(), 0, 0, "");
        }

        private Tally and(CheckResult result, long withSeed) {
            if (result.status() == Status.PASSED || result.status() == Status.NO_DATA) {
                return this;
            }
            return failures == 0
                    ? new Tally(id, 1, withSeed, result.message())
                    : new Tally(id, failures + 1, seed, message);
        }
    }

    /** Runs the checks against the reference with the seeds 1 to n. */
    public static Calibration of(Checkout checkout, Room room, int n, Headway headway) {
        long start = System.nanoTime();
        RoomClasses classes = RoomClasses.of(checkout, room);
        List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden())).stream()
                .filter(check -> check.draws() && !check.full())
                .toList();
        Map<String, Tally> tallies = new LinkedHashMap<>();
        checks.forEach(check -> tallies.put(check.id(), Tally.none(check)));
        LongFunction<List<CheckResult>> trial = Trial.plainly(classes, checks, classes.reference());
        for (int seed = 1; seed <= n; seed++) {
            for (CheckResult result : trial.apply(seed)) {
                long tried = seed;
                tallies.computeIfPresent(result.id(), (id, tally) -> tally.and(result, tried));
            }
            headway.at(seed, n, room.id());
        }
        return new Calibration(room.id(), n, List.copyOf(tallies.values()), (System.nanoTime() - start) / 1e9);
    }

    /** False failures of all checks together. */
    public int failures() {
        return checks.stream().mapToInt(Tally::failures).sum();
    }
}
