package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
    @Test
    void theSameSeedGivesTheSamePixelsOnEveryMachine() {
        CRC32 pixels = new CRC32();
        for (byte[] image : SyntheticDigits.images(20, 42).images()) {
            pixels.update(image);
        }
        assertEquals(CRC, pixels.getValue());
    }

    private static final long CRC = 3781528276L;

    @Test
    void fewerDigitsAreTheFirstOfMore() {
        Digits few = SyntheticDigits.images(15, 3);
        Digits many = SyntheticDigits.images(40, 3);

        assertArrayEquals(few.labels(), Arrays.copyOf(many.labels(), 15));
        assertArrayEquals(few.images(), Arrays.copyOf(many.images(), 15));
        assertFalse(Arrays.equals(few.images()[0], SyntheticDigits.images(1, 4).images()[0]));
    }

    @Test
    void everyTenHoldEachDigitOnce() {
        byte[] labels = SyntheticDigits.images(30, 5).labels();
        for (int start = 0; start < 30; start += 10) {
            byte[] ten = Arrays.copyOfRange(labels, start, start + 10);
            Arrays.sort(ten);
            assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, ten);
        }
    }

    @Test
    void theyAreAboutAsHardAsMnistForSimpleMethods() {
        double[][] means = means(SyntheticDigits.images(1000, 1));
        Digits test = SyntheticDigits.images(500, 2);
        int right = 0;
        for (int i = 0; i < 500; i++) {
            right += nearest(means, test.images()[i]) == test.labels()[i] ? 1 : 0;
        }
        double accuracy = right / 500.0; // on MNIST: 0.82
        assertTrue(accuracy > 0.65 && accuracy < 0.9, "accuracy " + accuracy);
    }

    private static double[][] means(Digits digits) {
        double[][] means = new double[10][784];
        for (int i = 0; i < digits.images().length; i++) {
            for (int p = 0; p < 784; p++) {
                means[digits.labels()[i]][p] +=
                        10.0 * Byte.toUnsignedInt(digits.images()[i][p]) / digits.images().length;
            }
        }
        return means;
    }

    private static int nearest(double[][] means, byte[] image) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            double square = 0;
            for (int p = 0; p < image.length; p++) {
                double difference = means[k][p] - Byte.toUnsignedInt(image[p]);
                square += difference * difference;
            }
            if (square < least) {
                least = square;
                nearest = k;
            }
        }
        return nearest;
    }

    @Test
    void theInkLooksLikeMnists() {
        Digits digits = SyntheticDigits.images(500, 6);
        double ink = Arrays.stream(digits.images())
                .mapToDouble(image -> {
                    double sum = 0;
                    for (byte pixel : image) {
                        sum += Byte.toUnsignedInt(pixel);
                    }
                    return sum / image.length;
                })
                .average()
                .orElseThrow();
        assertEquals(33.3, ink, 5); // the mean pixel of MNIST is 33.3
    }

    @Test
    void atLeastOneIsDrawn() {
        assertEquals(
                "n must be in [1, 2147483647], but was 0",
                assertThrows(IllegalArgumentException.class, () -> SyntheticDigits.images(0, 1))
                        .getMessage());
    }
}
