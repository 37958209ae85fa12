package gradus.grader.attack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.FixtureLab;
import gradus.grader.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile submissions gain no point, and do no more harm than is told: with some of the defences, so that others can be
 * tried beside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Attacks {
    private static final int MAX_POINTS = 16;
    private static final String DIFFERENT = "return java.util.Arrays.stream(contents).sum();";

    private final List<Defence> defences;
    private final List<Result> results = new ArrayList<>();
    private Host host;
    private Arena arena;

    /** @param defences those of them are tried that this machine has */
    Attacks(Defence... defences) {
        this.defences = List.of(defences).stream().filter(Defence::isAvailable).toList();
    }

    @BeforeAll
    void open(@TempDir Path folder, @TempDir Path home) throws IOException {
        FixtureLab lab = FixtureLab.copyTo(folder);
        Arena.prepare(lab);
        host = new Host(home, folder);
        arena = new Arena(lab, host);
    }

    @AfterAll
    void close() throws IOException {
        host.close();
        if (!results.isEmpty()) {
            AttackTable.write(Path.of("target/attacks"), results);
        }
    }

    List<Arguments> attacks() {
        return defences.stream()
                .flatMap(defence -> Attack.all(host).stream()
                        .filter(attack -> attack.isConcernedBy(defence))
                        .map(attack -> Arguments.of(defence, Named.of(attack.family() + "/" + attack.name(), attack))))
                .sorted(Comparator.comparing(Attacks::harmsTheJudge))
                .toList();
    }

    /** Those come last: what they do to the judge would be laid to others. */
    private static boolean harmsTheJudge(Arguments arguments) {
        return arguments.get()[1] instanceof Named<?> named
                && named.getPayload() instanceof Attack attack
                && attack.plain().contains(Harm.JUDGE);
    }

    @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
    @MethodSource("attacks")
    @Order(1)
    @Tag("system")
    void gainsNothing(Defence defence, Attack attack) {
        Result result = arena.face(attack, defence);
        results.add(result);

        assertAll(
                () -> assertFalse(result.isUnearned(), () -> "it earned " + result.points() + " points"),
                () -> assertTrue(
                        result.unexpected().isEmpty(),
                        () -> "harm: " + result.harmInWords() + ". What stopped it: " + result.stoppedBy()));
    }

    @Test
    @Order(2)
    void honestWorkEarnsAllPoints() {
        Arena patient = arena.patient();
        for (Defence defence : defences) {
            Run same = patient.reference("", "", defence);
            Run different = patient.reference(
                    "double total = 0;\n        for (double value : contents) {\n            total += value;\n        }\n        return total;",
                    DIFFERENT,
                    defence);

            assertEquals(MAX_POINTS, same.score());
            assertEquals(MAX_POINTS, different.score());
        }
    }

    @Test
    @Order(3)
    void emptyWorkEarnsNone() {
        for (Defence defence : defences) {
            Attack idle = Attack.all(host).stream()
                    .filter(attack -> attack.name().equals("DoesNothing"))
                    .findFirst()
                    .orElseThrow();

            assertEquals(0, arena.face(idle, defence).points());
        }
    }
}
