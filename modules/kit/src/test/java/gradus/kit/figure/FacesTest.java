package gradus.kit.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FacesTest {

    @Test
    void readsTheMiddleOfEachPicture() throws IOException {
        byte[] pixels = new byte[24 * 27];
        pixels[2 * 24] = (byte) 255; // the corner of the middle: two rows are above it, none is left of it
        Faces faces = Faces.zipped(zip("s1/1.pgm", "P5\n# by hand\n24 27\n255\n", pixels), 1, 1);

        assertEquals(1, faces.light().length);
        assertEquals(Faces.SIDE * Faces.SIDE, faces.light()[0].length);
        assertEquals(1, faces.light()[0][0]);
        assertEquals(1, Arrays.stream(faces.light()[0]).sum());
        assertArrayEquals(new int[] {0}, faces.people());
    }

    @Test
    void refusesWhatIsMissingOrNoPicture() throws IOException {
        refused("the archive must have a picture s2/1.pgm", zip("s1/1.pgm", "P5 23 23 255\n", new byte[23 * 23]), 2);
        refused("s1/1.pgm must be a binary PGM picture", zip("s1/1.pgm", "P2 23 23 255\n", new byte[23 * 23]), 1);
        refused("s1/1.pgm must be a binary PGM picture", zip("s1/1.pgm", "P5 23 23 255\n", new byte[3]), 1);
        refused(
                "s1/1.pgm must be at least 23 wide and high, but is 22 x 23",
                zip("s1/1.pgm", "P5 22 23 255\n", new byte[22 * 23]),
                1);
    }

    @Test
    void makesUpFacesThatAreTheSameEachTime() {
        Faces faces = Faces.madeUp(3, 2);

        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, faces.people());
        assertTrue(Arrays.stream(faces.light()).flatMapToDouble(Arrays::stream).allMatch(v -> v >= 0 && v <= 1));
        assertArrayEquals(faces.light()[3], Faces.madeUp(3, 2).light()[3]);
        assertEquals(1 - faces.light()[3][Faces.SIDE + 4], Faces.shades(faces.light()[3])[1][4]);
    }

    private static void refused(String words, ByteArrayInputStream zip, int nPeople) {
        assertEquals(
                words,
                assertThrows(IllegalArgumentException.class, () -> Faces.zipped(zip, nPeople, 1))
                        .getMessage());
    }

    private static ByteArrayInputStream zip(String name, String header, byte[] pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(header.getBytes(StandardCharsets.ISO_8859_1));
            zip.write(pixels);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
