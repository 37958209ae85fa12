package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacesTest {
    /** Every point of row i has level i. */
    private static byte[] picture(String header, int nColumns, int nRows) {
        byte[] start = header.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + nColumns * nRows);
        for (int i = 0; i < nColumns * nRows; i++) {
            all[start.length + i] = (byte) (i / nColumns);
        }
        return all;
    }

    private static InputStream zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static String refusal(String name, byte[] picture) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> Faces.zipped(zip(Map.of(name, picture)), 1, 1))
                .getMessage());
    }

    @Test
    void theMiddleOfHigherPicturesIsTaken() throws IOException {
        Map<String, byte[]> members = Map.of(
                "s1/1.pgm", picture("P5\n23 27\n255\n", 23, 27),
                "s2/1.pgm", picture("P5 # by nobody\n# 1994\n25 23 # columns, rows\n100\n", 25, 23));
        Faces faces = Faces.zipped(zip(members), 2, 1);

        assertArrayEquals(new int[] {0, 1}, faces.people());
        assertEquals(2 / 255.0, faces.light()[0][0]);
        assertEquals(24 / 255.0, faces.light()[0][23 * 23 - 1]);
        assertEquals(22 / 100.0, faces.light()[1][23 * 23 - 1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P5", "P2\n23 23\n255\n", "P5\n23 23\n0\n", "P5\n23 23\n255", "P5\n99999 99999\n255\n"})
    void whatIsNoPictureIsNamed(String header) {
        assertEquals(
                "s1/1.pgm must be a binary PGM picture",
                refusal("s1/1.pgm", header.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aPictureThatIsTooSmallOrCutOffIsNamed() {
        assertEquals(
                "s1/1.pgm must be at least 23 wide and high, with a byte for each of its 22 x 30 points",
                refusal("s1/1.pgm", picture("P5\n22 30\n255\n", 22, 30)));
        assertTrue(refusal("s1/1.pgm", picture("P5\n23 24\n255\n", 23, 23)).contains("23 x 24 points"));
    }

    @Test
    void aMissingPictureIsNamed() {
        assertEquals(
                "the archive must have a picture s1/1.pgm", refusal("s1/2.pgm", picture("P5\n23 23\n255\n", 23, 23)));
    }

    @Test
    void madeUpFacesDifferMoreFromPersonToPersonThanFromDayToDay() {
        Faces faces = Faces.madeUp(6, 4);

        assertEquals(24, faces.light().length);
        for (double[] face : faces.light()) {
            assertTrue(Arrays.stream(face).allMatch(point -> point >= 0 && point <= 1));
        }
        double day = distance(faces.light()[0], faces.light()[1]);
        double person = distance(faces.light()[0], faces.light()[4]);
        assertTrue(day < person, day + " < " + person);
        assertEquals(1 - faces.light()[0][23], Faces.shades(faces.light()[0])[1][0]);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
