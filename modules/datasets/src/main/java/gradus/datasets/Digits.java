package gradus.datasets;

import gradus.kit.Require;

/**
 * Pictures of 28 x 28 pixels in ten classes, such as MNIST, Fashion-MNIST and {@link SyntheticDigits}.
 *
 * @param images (nSamples, 784) rows of pixels from top left, unsigned bytes: 0 is background, 255 full ink
 * @param labels (nSamples) classes, 0 to 9
 */
public record Digits(byte[][] images, byte[] labels) {
    /** Width and height of a picture, in pixels. */
    public static final int SIDE = 28;

    /** How many classes there are. */
    public static final int CLASSES = 10;

    /**
     * Pictures with their labels. The arrays are not copied.
     *
     * @throws IllegalArgumentException if there are not as many labels as images, an image has not 784 pixels, or a
     *     label is not in [0, 9]
     */
    public Digits {
        Require.that(
                images.length == labels.length,
                "there must be as many labels as images, but there are %d images and %d labels",
                images.length,
                labels.length);
        for (int i = 0; i < images.length; i++) {
            Require.that(
                    images[i].length == SIDE * SIDE,
                    "an image must have 784 pixels, but image %d has %d",
                    i,
                    images[i].length);
            Require.that(
                    labels[i] >= 0 && labels[i] < CLASSES,
                    "a label must be in [0, 9], but label %d is %d",
                    i,
                    Byte.toUnsignedInt(labels[i]));
        }
    }
}
