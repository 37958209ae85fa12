package gradus.cli;

import gradus.grader.worker.Device;
import picocli.CommandLine.Option;

/** Where rooms with DJL compute. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu",
            description = "Where rooms with DJL compute. Default: on a GPU where there is one.")
    private Device device = Device.AUTO;

    void applyTo(Session session) {
        session.useDevice(device);
    }
}
