package gradus.cli;

import gradus.grader.worker.Device;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where rooms with DJL compute. */
final class DeviceOption {
    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu",
            converter = Converter.class,
            description = "Where rooms with DJL compute. Default: on a GPU where there is one.")
    private Device device = Device.AUTO;

    void applyTo(Session session) {
        session.useDevice(device);
    }

    private static final class Converter implements ITypeConverter<Device> {
        @Override
        public Device convert(String word) {
            try {
                return Device.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("it must be auto, cpu or gpu, but was '" + word + "'.");
            }
        }
    }
}
