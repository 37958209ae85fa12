package gradus.grader.worker;

import java.util.Map;

/** Where DJL's engine computes. */
public enum Device {
    /** On a GPU where there is one. */
    AUTO,
    CPU,
    GPU;

    /** Hides GPUs from the process, whatever libraries it loads. */
    private static final Map<String, String> NO_GPU = Map.of("CUDA_VISIBLE_DEVICES", "");

    Map<String, String> environment() {
        return this == CPU ? NO_GPU : Map.of();
    }
}
