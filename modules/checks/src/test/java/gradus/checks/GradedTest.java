package gradus.checks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import gradus.kit.Matrix;
import gradus.kit.NoData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.TestAbortedException;

class GradedTest {
    private static final Map<String, double[]> DRAWN = new LinkedHashMap<>();

    @Test
    void graded() throws NoSuchMethodException {
        Graded graded = Checks.class.getDeclaredMethod("passes").getAnnotation(Graded.class);

        assertEquals(2, graded.stage());
        assertEquals(1, graded.points());
        run(Checks.class)
                .assertStatistics(
                        stats -> stats.started(4).succeeded(2).failed(1).aborted(1));
    }

    @Test
    @DisplayName("a check without its data set is aborted with the message of NoData")
    void noData() {
        Throwable thrown = thrown(run(Checks.class).aborted(), "lacksData");

        assertInstanceOf(TestAbortedException.class, thrown);
        assertEquals("USArrests.csv is not here", thrown.getMessage());
        assertInstanceOf(NoData.class, thrown.getCause());
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        assertEquals("wrong", thrown(run(Checks.class).failed(), "fails").getMessage());
    }

    @Test
    @DisplayName("a seed and a name give the same numbers, whatever else runs")
    void numbersRepeat() {
        Map<String, double[]> all = drawn(Draws.class, "42");

        assertArrayEquals(all.get("second"), drawn(Draws.class, "42").get("second"));
        assertArrayEquals(all.get("second"), drawn(OneDraw.class, "42").get("second"));
    }

    @Test
    void otherSeedsAndOtherNamesGiveOtherNumbers() {
        Map<String, double[]> drawn = drawn(Draws.class, "42");

        assertFalse(Arrays.equals(drawn.get("first"), drawn.get("second")));
        assertFalse(Arrays.equals(drawn.get("first"), drawn(Draws.class, "43").get("first")));
    }

    @Test
    void theSeedIsOneWhereNoneIsSet() {
        assertArrayEquals(
                drawn(Draws.class, "1").get("first"), drawn(Draws.class).get("first"));
    }

    @Test
    void aSeedThatIsNoNumberIsNamed() {
        Throwable thrown = thrown(run(OneDraw.class, "tomorrow").failed(), "second");

        assertEquals("gradus.seed must be a whole number, but was tomorrow", thrown.getMessage());
    }

    @Test
    void evidenceIsThereAtRunTime() throws NoSuchMethodException {
        assertEquals(
                Evidence.Kind.CLOSED_FORM,
                Checks.class
                        .getDeclaredMethod("passes")
                        .getAnnotation(Evidence.class)
                        .value());
    }

    private static Map<String, double[]> drawn(Class<?> checks, String... seed) {
        DRAWN.clear();
        run(checks, seed).assertStatistics(stats -> stats.failed(0));
        return Map.copyOf(DRAWN);
    }

    private static Events run(Class<?> checks, String... seed) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").selectors(selectClass(checks));
        Stream.of(seed).forEach(value -> kit.configurationParameter("gradus.seed", value));
        return kit.execute().testEvents();
    }

    private static Throwable thrown(Events events, String check) {
        return events.stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(check))
                .map(GradedTest::thrown)
                .findFirst()
                .orElseThrow();
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    static class Checks {
        @Graded(stage = 2)
        @Evidence(Evidence.Kind.CLOSED_FORM)
        void passes() {}

        @Graded(stage = 1, points = 3)
        void takesNumbers(RandomGenerator random) {
            random.nextDouble();
        }

        @Graded(stage = 1)
        void fails() {
            throw new AssertionError("wrong");
        }

        @Graded(stage = 1)
        void lacksData() {
            throw new NoData("USArrests.csv is not here");
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Draws {
        @Graded(stage = 1)
        void first(RandomGenerator random) {
            DRAWN.put("first", Matrix.gaussian(random, 1, 5)[0]);
        }

        @Graded(stage = 1)
        void second(RandomGenerator random) {
            DRAWN.put("second", Matrix.gaussian(random, 1, 5)[0]);
        }
    }

    static class OneDraw {
        @Graded(stage = 1)
        void second(RandomGenerator random) {
            DRAWN.put("second", Matrix.gaussian(random, 1, 5)[0]);
        }
    }
}
