package fixtures.mean;

import gradus.datasets.*;
import gradus.kit.NoData;
import gradus.kit.Svd;
import java.awt.image.BufferedImage;
import java.io.*;
import java.util.List;

/** The data sets' readers and the kit. */
final class Reading {
    static double[][] iris() {
        return Datasets.table("iris/iris.csv").complete().numbers("sepal_length", "sepal_width");
    }

    static int digits() {
        try {
            Digits digits = Idx.digits(Datasets.file("mnist/a.gz"), Datasets.file("mnist/b.gz"));
            return digits.images().length + Digits.SIDE;
        } catch (NoData e) {
            return SyntheticDigits.images(10, 1).labels().length;
        }
    }

    static String text() throws IOException {
        List<String> lines = Datasets.lines("texts/alice.txt");
        try (InputStream in = Datasets.open("texts/alice.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in))) {
            return lines.get(0)
                    + reader.lines().count()
                    + in.read()
                    + Datasets.file("texts/alice.txt").getFileName();
        }
    }

    static int pixels() {
        BufferedImage image = Datasets.image("pictures/camera.png");
        return image.getWidth() * image.getHeight()
                + image.getRGB(0, 0)
                + image.getRaster().getSample(0, 0, 0);
    }

    static double[] spectrum(double[][] X) {
        return Svd.thin(X).s();
    }
}
