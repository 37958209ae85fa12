package gradus.kit.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DrawingTest {
    private static final List<String> CATEGORIES = List.of("1", "2");

    @TempDir
    Path folder;

    @Test
    void pngShowsYoursAndTheReference() throws IOException {
        Path file = folder.resolve("figure.png");

        drawing(points(), bars()).writePng(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(2 * 2 * Style.WIDTH, image.getWidth());
        assertTrue(count(image, Style.colour(1)) > 100, "the second colour, of a line");
        assertTrue(count(image, Style.REFERENCE) > 100, "the reference's grey");
        assertTrue(count(image, Style.INK) > 100, "text");
        assertTrue(count(image, Color.WHITE) > image.getWidth() * image.getHeight() / 2, "mostly white");
    }

    @Test
    void linesShowYoursTheReferenceAndTheGround() throws IOException {
        Path file = folder.resolve("lines.png");

        drawing(lines()).writePng(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertTrue(count(image, Style.colour(0)) > 100, "the first colour, of a line");
        assertTrue(count(image, Style.colour(1)) > 100, "the second colour, of a path");
        assertTrue(count(image, Style.colour(2)) > 20, "the third colour, of a mark");
        assertTrue(count(image, Style.REFERENCE) > 100, "the reference's grey");
        assertTrue(count(image, Style.BACKGROUND) > 100, "the thin line behind");
        assertEquals(
                List.of("loss", "steps", "reference"),
                lines().getSeriesCollection().stream()
                        .filter(XYSeries::isShowInLegend)
                        .map(XYSeries::getName)
                        .toList());
    }

    @Test
    void logarithmicAxesNamePowersOfTen() {
        var label = lines().getStyler().getYAxisTickLabelsFormattingFunction();

        assertEquals(
                List.of("10⁻¹²", "10⁻³", "1", "10", "10²"),
                Stream.of(1e-12, 1e-3, 1.0, 10.0, 100.0).map(label).toList());
    }

    @Test
    void gridsAreTheDarkerTheLargerTheNumber() throws IOException {
        Path file = folder.resolve("grid.png");

        drawing(Style.grid("Grid", "column", "row", List.of("Ab", "Abcdef"), new double[][] {{0, 0.5}, {1, 0}}))
                .writePng(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertTrue(count(image, Style.shade(1)) > 1000, "the largest");
        assertTrue(count(image, Style.shade(0.03 + 0.97 * 0.5)) > 1000, "half of it");
        assertTrue(count(image, Style.shade(0.03)) > 2000, "two zeros");
        assertTrue(count(image, Style.INK) > 100, "text");
    }

    @Test
    void sameDataSameBytes() throws IOException {
        drawing(points(), bars()).writePng(folder.resolve("first.png"));
        drawing(points(), bars()).writePng(folder.resolve("second.png"));

        assertArrayEquals(
                Files.readAllBytes(folder.resolve("first.png")), Files.readAllBytes(folder.resolve("second.png")));
    }

    @Test
    void svgHasTitleAndDescriptionAsText() throws Exception {
        Path file = folder.resolve("figure.svg");

        drawing(points(), bars()).writeSvg(file);

        Document svg =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        Element root = svg.getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertEquals("img", root.getAttribute("role"));
        assertEquals(
                "Iris & friends", root.getElementsByTagName("title").item(0).getTextContent());
        assertEquals(
                "Two points and two bars.",
                root.getElementsByTagName("desc").item(0).getTextContent());
        assertTrue(root.getElementsByTagName("path").getLength() > 10, "outlines of text, markers and arrows");
    }

    @Test
    @DisplayName("one panel alone, two side by side, more in rows of two")
    void layout() {
        assertEquals(Style.WIDTH, drawing(points()).width());
        assertEquals(2 * Style.WIDTH, drawing(points(), points()).width());
        Drawing three = drawing(points(), points(), bars());
        assertEquals(2 * Style.WIDTH, three.width());
        assertEquals(drawing(points()).height() + Style.HEIGHT, three.height());
        BufferedImage image = three.image(0.5);
        assertEquals(Style.WIDTH, image.getWidth());
    }

    @Test
    @DisplayName("a file that can't be written leaves no part behind")
    void nothingIsLeftBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("figure.png/full"));

        assertThrows(IOException.class, () -> drawing(points()).writePng(folder.resolve("figure.png")));

        assertTrue(Files.isDirectory(taken));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("figure.png")), left.collect(Collectors.toList()));
        }
    }

    @Test
    void aDrawingMustSayWhatItShows() {
        assertRefused("title must say what the figure shows, but is blank", " ", List.of(points()), "words");
        assertRefused("panels must hold at least 1 chart, but is empty", "title", List.of(), "words");
        assertRefused(
                "description must say in words what the figure shows, but is blank", "title", List.of(points()), "");
    }

    @Test
    @DisplayName("fonts are extracted once and left alone when they are right")
    void fontsAreExtractedOnce() throws IOException {
        Path mapping = LogicalFonts.extractTo(folder);
        Path font = folder.resolve(Fonts.REGULAR);
        var firstTime = Files.getLastModifiedTime(font);
        String first = Files.readString(mapping);
        Files.writeString(folder.resolve(Fonts.SEMIBOLD), "damaged");

        LogicalFonts.extractTo(folder);

        assertEquals(firstTime, Files.getLastModifiedTime(font));
        assertEquals(first, Files.readString(mapping));
        assertArrayEquals(Fonts.bytes(Fonts.SEMIBOLD), Files.readAllBytes(folder.resolve(Fonts.SEMIBOLD)));
    }

    @Test
    @DisplayName("the fonts hold the letters and signs that figures use")
    void fontsHoldTheSigns() {
        String signs = "äéñßøλσμπΣΔ αβγηκ ≤≥≠≈±×·−–…⁻⁰¹²³⁴⁵⁶⁷⁸⁹₁₂ℓ√∞∂∫%°′→←↑↓•";
        assertEquals(-1, Fonts.regular(14).canDisplayUpTo(signs));
    }

    @Test
    void oneSentenceSaysWhatToInstall() {
        String message = String.valueOf(new CannotDraw(new InternalError("Fontconfig head is null")).getMessage());

        assertTrue(message.contains("apt-get install fontconfig fonts-dejavu-core libfreetype6"), message);
        assertFalse(message.contains("\n"));
    }

    private static Drawing drawing(Chart<?, ?>... panels) {
        return new Drawing("Iris & friends", List.of(panels), "Two points and two bars.");
    }

    private static XYChart points() {
        XYChart chart = Style.xy("Points", "x (cm)", "y (cm)");
        Style.equalUnits(chart, Style.reachOfEqualUnits(new double[] {1, 2}, new double[] {2, 1}));
        Style.points(chart, "yours", 0, new double[] {1, 2}, new double[] {2, 1});
        Style.referencePoints(chart, "reference", new double[] {1, 2}, new double[] {2, 1});
        Style.arrows(chart, List.of("a", "b"), new double[][] {{1, 1}, {1, 1.01}});
        Style.referenceArrows(chart, new double[][] {{1, 1}, {1, 1.01}});
        return chart;
    }

    private static XYChart lines() {
        XYChart chart = Style.xy("Lines", "step", "loss");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, 2);
        Style.backgroundLine(chart, new double[] {0, 2}, new double[] {0.5, 0.5});
        Style.line(chart, "loss", 0, new double[] {0, 1, 2}, new double[] {1, 0.1, 0.01});
        Style.path(chart, "steps", 1, new double[] {0, 1, 2}, new double[] {2, 0.2, 0.02});
        Style.marks(chart, 2, new double[] {1}, new double[] {0.5});
        Style.referenceLine(chart, new double[] {0, 1, 2}, new double[] {3, 0.3, 0.03});
        Style.referenceLine(chart, new double[] {0, 1, 2}, new double[] {4, 0.4, 0.04});
        return chart;
    }

    private static CategoryChart bars() {
        CategoryChart chart = Style.bars("Bars", "k", "share (%)");
        Style.bars(chart, "each", CATEGORIES, List.of(60.0, 40.0));
        Style.line(chart, "together", CATEGORIES, List.of(60.0, 100.0));
        Style.referenceBars(chart, "each, reference", CATEGORIES, List.of(60.0, 40.0));
        Style.referenceLine(chart, "together, reference", CATEGORIES, List.of(60.0, 100.0));
        return chart;
    }

    private static int count(BufferedImage image, Color colour) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == colour.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    private static void assertRefused(String message, String title, List<Chart<?, ?>> panels, String description) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Drawing(title, panels, description))
                        .getMessage());
    }

    @Test
    void aPictureOfManyCellsFillsItsPlaceWithoutSeams() {
        double[][] dark = new double[128][128];
        for (double[] row : dark) {
            Arrays.fill(row, 1);
        }
        XYChart chart = Style.pictures("dark", Collections.singletonList(dark), List.of(""), 1, 1);
        BufferedImage image = new Drawing("dark", List.of(chart), "A dark square.").image(1);

        long nDark = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(k -> (image.getRGB(k % image.getWidth(), k / image.getWidth()) & 0xffffff) == 0x08306b)
                .count();
        long side = Math.round(Math.sqrt(nDark));

        assertTrue(side > 280, "the square is " + side + " pixels wide");
        assertEquals(side * side, nDark, "pixels without a seam");
    }
}
