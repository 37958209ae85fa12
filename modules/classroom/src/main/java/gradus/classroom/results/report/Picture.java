package gradus.classroom.results.report;

import gradus.kit.figure.Drawing;
import java.io.IOException;

/**
 * A drawing as it stands in a report.
 *
 * @param description what it shows, in words
 * @param png its pixels, finer than those of the layout
 * @param width in pixels of the layout
 * @param height in pixels of the layout
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
public record Picture(String title, String description, byte[] png, int width, int height) {
    private static final double SCALE = 1.5;

    /**
     * Paints a drawing.
     *
     * @throws IOException if it can't be made
     * @throws gradus.kit.figure.CannotDraw if this machine can't draw text
     */
    public static Picture of(Drawing drawing) throws IOException {
        return new Picture(
                drawing.title(), drawing.description(), drawing.png(SCALE), drawing.width(), drawing.height());
    }
}
