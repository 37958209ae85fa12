package gradus.kit.figure;

import gradus.kit.AtomicFiles;
import gradus.kit.Require;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A picture and what it shows in words.
 *
 * @param title stands above the panels
 * @param panels one or two side by side, more in rows of two; all of one size
 * @param description what a reader who can't see the picture should know, numbers included
 */
public record Drawing(String title, List<Chart<?, ?>> panels, String description) {
    private static final int TITLE_HEIGHT = 46;

    /** @throws IllegalArgumentException if there is no panel, or the title or description is blank */
    public Drawing {
        Require.that(!title.isBlank(), "title must say what the figure shows, but is blank");
        Require.that(!panels.isEmpty(), "panels must hold at least 1 chart, but is empty");
        Require.that(!description.isBlank(), "description must say in words what the figure shows, but is blank");
        panels = List.copyOf(panels);
    }

    /** Width in pixels at scale 1. */
    public int width() {
        return columns() * panels.get(0).getWidth();
    }

    /** Height in pixels at scale 1. */
    public int height() {
        int nRows = (panels.size() + columns() - 1) / columns();
        return TITLE_HEIGHT + nRows * panels.get(0).getHeight();
    }

    /**
     * Paints the picture.
     *
     * @param scale pixels per pixel of the layout: 2 for screens with fine pixels
     * @throws IllegalArgumentException if scale is not above 0
     * @throws CannotDraw if this machine can't draw text
     */
    public BufferedImage image(double scale) {
        Require.positive("scale", scale);
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width() * scale), (int) Math.ceil(height() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
        paint(g);
        g.dispose();
        return image;
    }

    /**
     * The picture as PNG.
     *
     * @param scale pixels per pixel of the layout
     * @throws IOException if it can't be made
     * @throws CannotDraw if this machine can't draw text
     */
    public byte[] png(double scale) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image(scale), "png", png);
        return png.toByteArray();
    }

    /**
     * The picture as SVG. Text comes as outlines, so it looks the same without our fonts; title and description are
     * there as text for those who have the picture read to them.
     *
     * @throws IOException if it can't be made
     * @throws CannotDraw if this machine can't draw text
     */
    public byte[] svg() throws IOException {
        return Svg.of(this);
    }

    /**
     * Writes the picture as PNG, at two pixels per pixel of the layout.
     *
     * @throws IOException if the file can't be written; an older file of that name is then left as it was
     * @throws CannotDraw if this machine can't draw text
     */
    public void writePng(Path file) throws IOException {
        AtomicFiles.write(file, png(2));
    }

    /**
     * Writes the picture as SVG.
     *
     * @throws IOException if the file can't be written; an older file of that name is then left as it was
     * @throws CannotDraw if this machine can't draw text
     */
    public void writeSvg(Path file) throws IOException {
        AtomicFiles.write(file, svg());
    }

    void paint(Graphics2D g) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width(), height());
        Style.title(g, title, width() / 2, TITLE_HEIGHT);
        for (int i = 0; i < panels.size(); i++) {
            Chart<?, ?> panel = panels.get(i);
            int x = i % columns() * panel.getWidth();
            int y = TITLE_HEIGHT + i / columns() * panel.getHeight();
            Graphics2D cell = (Graphics2D) g.create();
            cell.translate(x, y);
            panel.paint(cell, panel.getWidth(), panel.getHeight());
            cell.dispose();
        }
    }

    private int columns() {
        return Math.min(panels.size(), 2);
    }
}
