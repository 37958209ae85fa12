package gradus.jupyter.show;

import gradus.kit.figure.Drawing;
import java.awt.image.RenderedImage;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.Chart;

/** What notebooks show of values whose own text says little. */
public final class Displays {
    private Displays() {}

    /** How a value is shown, or nothing if its own text will do. */
    public static Optional<Display> of(Object value) {
        if (value instanceof Showable showable) {
            return Optional.of(showable.display());
        } else if (value instanceof Drawing drawing) {
            return Optional.of(Pictures.of(drawing));
        } else if (value instanceof Chart<?, ?> chart) {
            return Optional.of(Pictures.of(chart));
        } else if (value instanceof RenderedImage image) {
            return Optional.of(Pictures.of(image));
        } else if (NumberArrays.knows(value)) {
            return Optional.of(NumberArrays.of(value));
        }
        return Named.of(value);
    }
}
