package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    @TempDir
    private Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] images(int n, int height, int width) {
        byte[] bytes = ByteBuffer.allocate(16 + n * height * width)
                .putInt(0x0803)
                .putInt(n)
                .putInt(height)
                .putInt(width)
                .array();
        for (int i = 16; i < bytes.length; i++) {
            bytes[i] = (byte) (i - 16);
        }
        return bytes;
    }

    private static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x0801).putInt(labels.length);
        Arrays.stream(labels).forEach(label -> bytes.put((byte) label));
        return bytes.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void readsPlainAndCompressedFiles() throws IOException {
        byte[] bytes = images(2, 2, 3);
        for (Path file : new Path[] {write("plain", bytes), write("packed", gzip(bytes))}) {
            Idx.Images images = Idx.images(file);
            assertEquals(2, images.height());
            assertEquals(3, images.width());
            assertArrayEquals(new byte[][] {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}}, images.pixels());
        }
        assertArrayEquals(new byte[] {7, 0, (byte) 200}, Idx.labels(write("labels", gzip(labels(7, 0, 200)))));
    }

    @Test
    void readsDigits() throws IOException {
        Digits digits = Idx.digits(write("images", images(2, 28, 28)), write("labels", labels(3, 9)));

        assertEquals(784, digits.images()[1].length);
        assertArrayEquals(new byte[] {3, 9}, digits.labels());
    }

    @Test
    void anotherKindOfFileIsNamed() throws IOException {
        assertRefused(
                "f is not an IDX file of images: it must begin with the bytes 0 0 8 3, but begins with 0 0 8 1",
                () -> Idx.images(write("f", labels(1))));
        assertRefused(
                "f is not an IDX file of labels: it must begin with the bytes 0 0 8 1, but begins with 60 104 116 109",
                () -> Idx.labels(write("f", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertRefused(
                "f is not an IDX file of labels: it must begin with the bytes 0 0 8 1, but begins with nothing",
                () -> Idx.labels(write("f", new byte[0])));
    }

    @Test
    void whatIsCutOffIsSaidSo() throws IOException {
        byte[] images = images(3, 28, 28);
        assertRefused(
                "f is damaged: it promises 3 images, but breaks off in image 2",
                () -> Idx.images(write("f", Arrays.copyOf(images, images.length - 1))));
        assertRefused("f is damaged: it is cut off", () -> Idx.images(write("f", Arrays.copyOf(images, 10))));
        assertRefused(
                "f is damaged: it promises 3 labels, but has 2",
                () -> Idx.labels(write("f", Arrays.copyOf(labels(1, 2, 3), 10))));
        byte[] packed = gzip(images);
        assertRefused(
                "f is damaged: it is cut off", () -> Idx.images(write("f", Arrays.copyOf(packed, packed.length - 4))));
    }

    @Test
    void whatGoesOnIsSaidSo() throws IOException {
        assertRefused(
                "f is damaged: it goes on after its last value",
                () -> Idx.labels(write("f", Arrays.copyOf(labels(1, 2), 11))));
    }

    @Test
    void aFlippedBitOfACompressedFileIsFound() throws IOException {
        byte[] packed = gzip(images(3, 28, 28));
        packed[packed.length - 6] ^= 1; // in the checksum
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Idx.images(write("f", packed)))
                        .getMessage());
        assertTrue(message.startsWith("f is damaged: "), message);
    }

    @Test
    void sizesThatCannotBeAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] huge = images(1, 1, 1);
        ByteBuffer.wrap(huge).putInt(8, 0x7fffffff);
        assertRefused(
                "f is damaged: the number of rows must be in [1, 4096], but is 2147483647",
                () -> Idx.images(write("f", huge)));
        ByteBuffer.wrap(huge).putInt(8, 28).putInt(4, 0x7fffffff);
        assertRefused(
                "f is damaged: it promises 2147483647 images, but breaks off in image 0",
                () -> Idx.images(write("f", huge)));
        ByteBuffer.wrap(huge).putInt(4, 0xffffffff);
        assertRefused(
                "f is damaged: the number of images must be in [1, 2147483647], but is 4294967295",
                () -> Idx.images(write("f", huge)));
        byte[] labels = labels(1);
        ByteBuffer.wrap(labels).putInt(4, 0x7fffffff);
        assertRefused("f is damaged: it promises 2147483647 labels, but has 1", () -> Idx.labels(write("f", labels)));
    }

    @Test
    void filesThatDoNotBelongTogetherAreNamed() throws IOException {
        Path images = write("images", images(2, 28, 28));

        assertRefused(
                "images and labels: there must be as many labels as images, but there are 2 images and 3 labels",
                () -> Idx.digits(images, write("labels", labels(1, 2, 3))));
        assertRefused(
                "images and labels: a label must be in [0, 9], but label 1 is 10",
                () -> Idx.digits(images, write("labels", labels(1, 10))));
        assertRefused(
                "labels is not an IDX file of labels: it must begin with the bytes 0 0 8 1, but begins with 0 0 8 3",
                () -> Idx.digits(images, write("labels", images(2, 28, 28))));
        assertRefused(
                "wide must hold images of 28 x 28, but they are 28 x 32",
                () -> Idx.digits(write("wide", images(2, 28, 32)), write("labels", labels(1, 2))));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
