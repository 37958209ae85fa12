package gradus.kit.figure;

import gradus.kit.Require;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Square pictures of faces, as they are read from an archive, or made up where there is none.
 *
 * @param light (nFaces, side · side) row by row from top left, from 0 for black to 1 for white
 * @param people (nFaces) whose face it is, from 0 on
 */
public record Faces(double[][] light, int[] people) {
    /** Rows and columns of each picture. */
    public static final int SIDE = 23;

    /** Columns, rows and levels of a binary PGM picture, perhaps after comments. */
    private static final Pattern HEADER =
            Pattern.compile("P5\\s(?:\\s*#[^\n]*\n)*\\s*(\\d{1,4})\\s+(\\d{1,4})\\s+(\\d{1,3})\\s");

    /**
     * Reads pictures named {@code s7/3.pgm}, the third of person 7, in the binary PGM format with up to 255 levels. Of
     * pictures that are higher than wide the middle is taken.
     *
     * @param zip pictures at least SIDE wide and high
     * @param nPeople how many people, from the first on
     * @param nEach how many pictures of each
     * @throws IllegalArgumentException if one of these is missing or no such picture
     * @throws IOException if reading fails
     */
    public static Faces zipped(InputStream zip, int nPeople, int nEach) throws IOException {
        Map<String, byte[]> members = new TreeMap<>();
        ZipInputStream in = new ZipInputStream(zip);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            members.put(entry.getName(), in.readAllBytes());
        }
        List<double[]> light = new ArrayList<>();
        for (int person = 1; person <= nPeople; person++) {
            for (int k = 1; k <= nEach; k++) {
                String name = "s" + person + "/" + k + ".pgm";
                Require.that(members.containsKey(name), "the archive must have a picture %s", name);
                light.add(pgm(name, members.get(name)));
            }
        }
        return new Faces(light.toArray(double[][]::new), people(nPeople, nEach));
    }

    private static double[] pgm(String name, byte[] bytes) {
        Matcher header = HEADER.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        boolean isPicture = header.lookingAt();
        int nColumns = isPicture ? Integer.parseInt(header.group(1)) : 0;
        int nRows = isPicture ? Integer.parseInt(header.group(2)) : 0;
        Require.that(
                isPicture && bytes.length == header.end() + nColumns * nRows, "%s must be a binary PGM picture", name);
        Require.that(
                Math.min(nColumns, nRows) >= SIDE,
                "%s must be at least %d wide and high, but is %d x %d",
                name,
                SIDE,
                nColumns,
                nRows);
        int left = (nColumns - SIDE) / 2;
        int top = (nRows - SIDE) / 2;
        double[] light = new double[SIDE * SIDE];
        for (int i = 0; i < light.length; i++) {
            int level = bytes[header.end() + (top + i / SIDE) * nColumns + left + i % SIDE] & 0xff;
            light[i] = level / Double.parseDouble(header.group(3));
        }
        return light;
    }

    /**
     * Simple drawings: of each person hair, eyes, brows, nose and mouth are their own; from picture to picture light
     * and mood change, and the head moves a little.
     *
     * @param nPeople how many people
     * @param nEach how many pictures of each
     */
    public static Faces madeUp(int nPeople, int nEach) {
        double[][] light = new double[nPeople * nEach][];
        for (int person = 0; person < nPeople; person++) {
            double[] looks = new SplittableRandom(100 + person).doubles(9).toArray();
            for (int k = 0; k < nEach; k++) {
                double[] day = new SplittableRandom(1000L * person + k)
                        .doubles(5, -1, 1)
                        .toArray();
                light[person * nEach + k] = drawn(looks, day);
            }
        }
        return new Faces(light, people(nPeople, nEach));
    }

    private static double[] drawn(double[] looks, double[] day) {
        double[] light = new double[SIDE * SIDE];
        for (int i = 0; i < light.length; i++) {
            double x = (i % SIDE - SIDE / 2 - 0.4 * day[0]) / (SIDE / 2.0);
            double y = (i / SIDE - SIDE / 2 - 0.4 * day[1]) / (SIDE / 2.0);
            double side = Math.abs(x);
            double eyes = 0.3 + 0.12 * looks[0];
            double head = inside(1 - (x * x / (0.5 + 0.2 * looks[1]) + y * y / 0.95));
            double shade = 0.25 + head * (0.45 + 0.2 * looks[2] + 0.08 * day[2] * x);
            shade -= 0.55 * looks[3] * head * inside(-y - 0.45 - 0.25 * looks[4] + 0.3 * side * side);
            shade -= 0.5 * inside(0.02 - square(side - eyes) - 2 * square(y + 0.15));
            shade -= 0.35 * inside(0.03 - 0.4 * square(side - eyes) - 12 * square(y + 0.38 + 0.04 * day[3]));
            shade -= 0.2 * inside(0.015 - 3 * square(x) - 0.15 * square(y - 0.1));
            double mouth = y - 0.5 - 0.1 * looks[5] + 0.6 * day[3] * x * x;
            shade -= (0.25 + 0.2 * looks[6]) * inside(0.03 - (0.2 + 0.3 * looks[7]) * x * x - 5 * mouth * mouth);
            shade -= (looks[8] > 0.6 ? 0.35 : 0) * head * inside(y - 0.6 + 0.2 * side);
            light[i] = Math.max(0, Math.min(1, shade + 0.03 * day[4]));
        }
        return light;
    }

    /** 0 where a number is negative, 1 where it is clearly positive, between with soft edges. */
    private static double inside(double a) {
        return 1 / (1 + Math.exp(-a * (Math.abs(a) < 0.05 ? 150 : 30)));
    }

    private static double square(double a) {
        return a * a;
    }

    private static int[] people(int nPeople, int nEach) {
        int[] people = new int[nPeople * nEach];
        for (int k = 0; k < people.length; k++) {
            people[k] = k / nEach;
        }
        return people;
    }

    /**
     * A picture in rows, as {@link Style#pictures} takes it: dark where there is no light.
     *
     * @param values (side · side) in [0, 1]
     * @return (side, side)
     */
    public static double[][] shades(double[] values) {
        double[][] shades = new double[SIDE][SIDE];
        for (int i = 0; i < values.length; i++) {
            shades[i / SIDE][i % SIDE] = 1 - values[i];
        }
        return shades;
    }
}
