package fixtures.mean;

import java.io.*;
import java.math.*;
import java.nio.*;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.text.*;
import java.time.*;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.*;
import java.util.random.RandomGenerator;
import java.util.regex.*;
import java.util.zip.*;

/** Text, numbers in text, regular expressions, time, streams in memory. */
final class Texts {
    private static final Pattern WORD = Pattern.compile("(?<first>\\p{L})\\w*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String POEM = """
            Roses are red,
              violets are "blue".\
            """;

    static String words(Object... parts) {
        StringBuilder text = new StringBuilder()
                .append(1)
                .append('c')
                .append(2.5)
                .insert(0, "x")
                .reverse();
        Matcher matcher = WORD.matcher(POEM);
        while (matcher.find()) {
            text.append(matcher.group("first")).append(matcher.start());
        }
        text.setLength(Math.min(text.length(), 40));
        text.append(POEM.replaceAll("\\s+", " ")
                .strip()
                .repeat(2)
                .chars()
                .filter(Character::isLetter)
                .count());
        for (String line : POEM.lines().toList()) {
            text.append(String.join("|", line.split("[, ]", -1)));
        }
        return String.format(Locale.ROOT, "%5.2f %s %08d %n", 1.5, Arrays.deepToString(parts), 3)
                + "%s of %s".formatted(1, 2)
                + text
                + new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(2.345)
                + new Formatter(Locale.ROOT).format("%x", 255)
                + MessageFormat.format("{0}", 3)
                + Normalizer.normalize("é", Normalizer.Form.NFD);
    }

    static Object numbers() {
        BigDecimal sum = new BigDecimal("0.1").add(BigDecimal.TEN).setScale(3, RoundingMode.HALF_EVEN);
        BigInteger power = BigInteger.TWO.pow(100).mod(BigInteger.valueOf(97));
        long bits = Double.doubleToLongBits(1.5) ^ Long.rotateLeft(3, 2) ^ Integer.parseInt("12", 16);
        char c = Character.toChars(0x1F600)[0];
        int precision = MathContext.DECIMAL64.getPrecision()
                + Float.floatToIntBits(1f)
                + Short.parseShort("3")
                + Byte.MAX_VALUE;
        double exact = Math.fma(2, 3, 4) + Math.hypot(3, 4) + StrictMath.exp(1) + Math.floorMod(-3, 5) + Math.ulp(1.0);
        return List.of(
                sum,
                power,
                bits,
                c,
                precision,
                exact,
                Boolean.logicalXor(true, false),
                HexFormat.of().toHexDigits(12));
    }

    static Object times() {
        long start = System.nanoTime();
        LocalDate day = LocalDate.parse("2024-02-29").plus(1, ChronoUnit.YEARS);
        Duration gone = Duration.ofNanos(System.nanoTime() - start);
        String written = DateTimeFormatter.ISO_LOCAL_DATE.format(day) + day.getDayOfWeek() + System.currentTimeMillis();
        return written + gone.toMillis() + Instant.EPOCH.atZone(ZoneOffset.UTC) + System.lineSeparator();
    }

    static double[] read(String text) throws IOException {
        List<Double> values = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Scanner scanner = new Scanner(line).useLocale(Locale.ROOT).useDelimiter(";");
                while (scanner.hasNextDouble()) {
                    values.add(scanner.nextDouble());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static byte[] bytes(String text) throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out));
                PrintWriter writer = new PrintWriter(new StringWriter())) {
            data.writeInt(3);
            writer.printf("%d", 3);
        }
        ByteBuffer buffer =
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(2.5);
        FloatBuffer direct = ByteBuffer.allocateDirect(64).asFloatBuffer().put(1f);
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        System.out.println(Base64.getEncoder().encodeToString(buffer.array()) + direct.remaining() + crc.getValue());
        System.out.printf("%s%n", new String(out.toByteArray(), StandardCharsets.ISO_8859_1));
        return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
    }

    static double[] draws(RandomGenerator random, long seed) {
        double[] draws = random.doubles(3).toArray();
        draws[0] = new Random(seed).nextGaussian()
                + RandomGenerator.of("L64X128MixRandom").nextDouble();
        return draws;
    }
}
