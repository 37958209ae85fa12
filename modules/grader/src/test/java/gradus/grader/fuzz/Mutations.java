package gradus.grader.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes what is right a little, over and over. The seed is printed; {@code -Dgradus.fuzz.seed=…} sets it. */
public final class Mutations {
    private static final int[] ODD_NUMBERS = {0, 1, -1, 64, 255, 65_535, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private final SplittableRandom random;

    private Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static Mutations printed(String of) {
        long seed = Long.getLong("gradus.fuzz.seed", System.nanoTime());
        System.out.println("Mutations of " + of + ": -Dgradus.fuzz.seed=" + seed);
        return new Mutations(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A frame that is like some of those that are right. */
    public byte[] frame(List<byte[]> right) {
        byte[] frame = oneOf(right).clone();
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            int at = random.nextInt(frame.length);
            switch (random.nextInt(6)) {
                case 0 -> frame[at] = (byte) random.nextInt();
                case 1 -> frame[at] = (byte) random.nextInt(34);
                case 2 -> frame = Arrays.copyOf(frame, at + 1);
                case 3 -> {
                    if (at + Integer.BYTES <= frame.length) {
                        ByteBuffer.wrap(frame).putInt(at, ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]);
                    }
                }
                case 4 -> frame = joined(frame, at, oneOf(right));
                default -> frame = joined(frame, frame.length, new byte[random.nextInt(40)]);
            }
        }
        return frame;
    }

    private byte[] joined(byte[] head, int length, byte[] other) {
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        byte[] joined = Arrays.copyOf(head, Math.max(1, length + other.length - from));
        System.arraycopy(
                other, from, joined, Math.min(length, joined.length - (other.length - from)), other.length - from);
        return joined;
    }

    /** A text that is like some of those that are right. */
    public String text(List<String> right, List<String> oddities) {
        StringBuilder text = new StringBuilder(oneOf(right));
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(60));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, oneOf(oddities));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.insert(at, (char) random.nextInt(0x10000));
                default -> {
                    String other = oneOf(right);
                    int from = random.nextInt(other.length());
                    text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(200)));
                }
            }
        }
        return text.toString();
    }
}
