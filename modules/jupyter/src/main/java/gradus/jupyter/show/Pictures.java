package gradus.jupyter.show;

import gradus.kit.figure.Drawing;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts, figures and images. */
final class Pictures {
    private static final int SHARPNESS = 2;

    private Pictures() {}

    static Display of(Drawing drawing) {
        byte[] png = png(drawing.image(SHARPNESS));
        String words = drawing.title() + ". " + drawing.description();
        return Display.picture(words, png, Html.figure(png, drawing.width(), drawing.description()));
    }

    static Display of(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        BufferedImage image = new BufferedImage(width * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(SHARPNESS, SHARPNESS);
        chart.paint(g, width, height);
        g.dispose();
        String title = chart.getTitle();
        String words = "A chart" + (title == null || title.isBlank() ? "" : ": " + title) + ".";
        byte[] png = png(image);
        return Display.picture(words, png, Html.figure(png, width, words));
    }

    static Display of(RenderedImage image) {
        return Display.picture("An image of " + image.getWidth() + " × " + image.getHeight() + " pixels.", png(image));
    }

    private static byte[] png(RenderedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
