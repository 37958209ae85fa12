package oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import cnn.cnnmnist.LeNet;
import cnn.cnnmnist.LeNet.Options;
import cnn.cnnmnist.LeNet.TrainingRun;
import gradus.datasets.Digits;
import gradus.datasets.SyntheticDigits;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs with the profile {@code cuda} alone, and fails where the engine sees no GPU. */
@Tag("gpu")
class LeNetGpuTest {
    @Test
    @DisplayName("LeNet trains on the GPU: the first loss is near ln 10, and the loss falls")
    void trainsOnTheGpu() {
        assertTrue(
                Engine.getInstance().defaultDevice().isGpu(),
                () -> "the engine computes on " + Engine.getInstance().defaultDevice()
                        + "; docs/gpu.md says what it needs");
        Digits digits = SyntheticDigits.images(64, 1);
        int[] all = IntStream.range(0, 64).toArray();
        int[][] batches = IntStream.range(0, 100).mapToObj(step -> all).toArray(int[][]::new);

        try (LeNet net = new LeNet(3)) {
            TrainingRun run =
                    net.train(digits.images(), digits.labels(), new Options(batches, 0.1f), (done, steps, loss) -> {});

            assertEquals(Math.log(10), run.losses()[0], 0.2);
            assertTrue(run.losses()[99] < 1, "the loss of the last step is " + run.losses()[99]);
        }
    }
}
