package gradus.kit.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The two fonts of the house: Source Sans Pro, read from the class path, so that pictures are the same on every
 * machine.
 */
final class Fonts {
    static final String REGULAR = "SourceSansPro-Regular.ttf";
    static final String SEMIBOLD = "SourceSansPro-SemiBold.ttf";

    private static @Nullable Fonts loaded;

    private final Font regular;
    private final Font semibold;

    private Fonts() throws IOException, FontFormatException {
        regular = read(REGULAR);
        semibold = read(SEMIBOLD);
    }

    /**
     * @param size in pixels
     * @throws CannotDraw if this machine can't draw text
     */
    static Font regular(int size) {
        return loaded().regular.deriveFont((float) size);
    }

    /**
     * @param size in pixels
     * @throws CannotDraw if this machine can't draw text
     */
    static Font semibold(int size) {
        return loaded().semibold.deriveFont((float) size);
    }

    private static synchronized Fonts loaded() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    // AWT says that fonts are missing by InternalError, NullPointerException, UnsatisfiedLinkError and others.
    private static Fonts load() {
        try {
            LogicalFonts.map();
            Fonts fonts = new Fonts();
            layOut(fonts.regular);
            layOut(new Font(Font.SANS_SERIF, Font.PLAIN, 12)); // the chart library starts from it
            return fonts;
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            throw new CannotDraw(e);
        }
    }

    private static void layOut(Font font) {
        new TextLayout("x", font, new FontRenderContext(null, true, false)).getOutline(null);
    }

    private static Font read(String name) throws IOException, FontFormatException {
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes(name)));
    }

    /** The content of one of the font files. */
    static byte[] bytes(String name) throws IOException {
        String resource = "/fonts/ttf/SourceSansPro/" + name;
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }
}
