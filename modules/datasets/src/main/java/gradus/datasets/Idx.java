package gradus.datasets;

import gradus.kit.Require;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads IDX files of unsigned bytes, the format of MNIST, plain or compressed with gzip.
 *
 * <p>A file begins with four bytes: 0, 0, 8 for unsigned bytes, the number of dimensions. Then come the sizes of the
 * dimensions, four bytes each, big end first, then the values.
 *
 * <p>Source: Y. LeCun, C. Cortes, C. J. C. Burges, <i>The MNIST database of handwritten digits</i>, "The IDX file
 * format".
 */
public final class Idx {
    private static final int UNSIGNED_BYTES = 8;
    private static final int MAX_SIDE = 4096;

    private final String name;
    private final DataInputStream in;

    private Idx(String name, DataInputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * Pictures of one size.
     *
     * @param height in pixels
     * @param width in pixels
     * @param pixels (nSamples, height · width) rows of pixels from top left, unsigned bytes
     */
    public record Images(int height, int width, byte[][] pixels) {}

    /**
     * Reads pictures.
     *
     * @param file three dimensions: pictures, rows, columns
     * @throws IllegalArgumentException if it is another file, or is damaged; the message names it
     * @throws UncheckedIOException if it can't be read
     */
    public static Images images(Path file) {
        return read(file, Idx::images);
    }

    /**
     * Reads labels.
     *
     * @param file one dimension
     * @return (nSamples) unsigned bytes
     * @throws IllegalArgumentException if it is another file, or is damaged; the message names it
     * @throws UncheckedIOException if it can't be read
     */
    public static byte[] labels(Path file) {
        return read(file, Idx::labels);
    }

    /**
     * Reads pictures of 28 x 28 pixels and their labels.
     *
     * @throws IllegalArgumentException if a file is another one or damaged, the pictures have another size, a label is
     *     not in [0, 9], or the files do not belong together; the message names the file
     * @throws UncheckedIOException if a file can't be read
     */
    public static Digits digits(Path images, Path labels) {
        Images pictures = images(images);
        Require.that(
                pictures.height() == Digits.SIDE && pictures.width() == Digits.SIDE,
                "%s must hold images of 28 x 28, but they are %d x %d",
                images.getFileName(),
                pictures.height(),
                pictures.width());
        try {
            return new Digits(pictures.pixels(), labels(labels));
        } catch (IllegalArgumentException e) {
            throw String.valueOf(e.getMessage()).startsWith(labels.getFileName() + " ")
                    ? e
                    : new IllegalArgumentException(
                            images.getFileName() + " and " + labels.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private interface Reader<T> {
        T read(Idx idx) throws IOException;
    }

    private static <T> T read(Path file, Reader<T> reader) {
        String name = String.valueOf(file.getFileName());
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
                InputStream bytes = Gzip.unpacked(plain)) {
            Idx idx = new Idx(name, new DataInputStream(new BufferedInputStream(bytes, 1 << 16)));
            T result = reader.read(idx);
            Require.that(idx.in.read() < 0, "%s is damaged: it goes on after its last value", name);
            return result;
        } catch (EOFException e) {
            throw new IllegalArgumentException(name + " is damaged: it is cut off", e);
        } catch (ZipException e) {
            throw new IllegalArgumentException(name + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Images images() throws IOException {
        requireKind(3, "images");
        int n = size("images", Integer.MAX_VALUE);
        int height = size("rows", MAX_SIDE);
        int width = size("columns", MAX_SIDE);
        List<byte[]> pixels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            byte[] image = in.readNBytes(height * width);
            Require.that(
                    image.length == height * width,
                    "%s is damaged: it promises %d images, but breaks off in image %d",
                    name,
                    n,
                    i);
            pixels.add(image);
        }
        return new Images(height, width, pixels.toArray(byte[][]::new));
    }

    private byte[] labels() throws IOException {
        requireKind(1, "labels");
        int n = size("labels", Integer.MAX_VALUE);
        byte[] labels = in.readNBytes(n);
        Require.that(labels.length == n, "%s is damaged: it promises %d labels, but has %d", name, n, labels.length);
        return labels;
    }

    private void requireKind(int dimensions, String what) throws IOException {
        byte[] magic = in.readNBytes(4);
        byte[] expected = {0, 0, UNSIGNED_BYTES, (byte) dimensions};
        Require.that(
                Arrays.equals(magic, expected),
                "%s is not an IDX file of %s: it must begin with the bytes %s, but begins with %s",
                name,
                what,
                inWords(expected),
                magic.length == 0 ? "nothing" : inWords(magic));
    }

    private static String inWords(byte[] bytes) {
        List<String> words = new ArrayList<>();
        for (byte b : bytes) {
            words.add(String.valueOf(Byte.toUnsignedInt(b)));
        }
        return String.join(" ", words);
    }

    private int size(String what, int max) throws IOException {
        int size = in.readInt();
        Require.that(
                size > 0 && size <= max,
                "%s is damaged: the number of %s must be in [1, %d], but is %d",
                name,
                what,
                max,
                Integer.toUnsignedLong(size));
        return size;
    }
}
