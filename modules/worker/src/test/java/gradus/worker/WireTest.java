package gradus.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values come back as they went, and nothing that arrives does harm. */
class WireTest {
    private static final int MUTATIONS = 200_000;
    private static final long SEED = 20261120;

    private final LearnerPeer peer =
            new LearnerPeer(new LearnerLoader(Map.of(), WireTest.class.getClassLoader()), (request, server) -> {
                throw new IOException("nobody is there");
            });
    private final Codec codec =
            new Codec(peer, new Types(new LearnerLoader(Map.of(), WireTest.class.getClassLoader())));

    private byte[] written(@Nullable Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(new DataOutputStream(bytes), value);
        return bytes.toByteArray();
    }

    private @Nullable Object sent(@Nullable Object value) throws IOException {
        return codec.read(ByteBuffer.wrap(written(value)));
    }

    @Test
    void scalarsComeBack() throws IOException {
        for (Object value : new Object[] {
            true,
            (byte) -1,
            (short) 300,
            'ü',
            1 << 30,
            1L << 60,
            -0.0f,
            Double.MIN_VALUE,
            Double.NaN,
            "text 😀",
            "",
            Optional.of("x"),
            OptionalInt.of(3),
            OptionalInt.empty()
        }) {
            assertEquals(value, sent(value));
        }
        assertEquals(null, sent(null));
    }

    @Test
    void arraysComeBackWithTheirTypes() throws IOException {
        assertArrayEquals(new double[] {1, Double.NaN}, (double[]) sent(new double[] {1, Double.NaN}));
        assertArrayEquals(new float[] {1.5f}, (float[]) sent(new float[] {1.5f}));
        assertArrayEquals(new int[0], (int[]) sent(new int[0]));
        assertArrayEquals(new long[] {1}, (long[]) sent(new long[] {1}));
        assertArrayEquals(new short[] {1}, (short[]) sent(new short[] {1}));
        assertArrayEquals(new byte[] {1}, (byte[]) sent(new byte[] {1}));
        assertArrayEquals(new char[] {'a'}, (char[]) sent(new char[] {'a'}));
        assertArrayEquals(new boolean[] {true, false}, (boolean[]) sent(new boolean[] {true, false}));
        assertArrayEquals(new double[][] {{1}, {}}, (double[][]) sent(new double[][] {{1}, {}}));
        assertArrayEquals(new String[] {"a", null}, (String[]) sent(new String[] {"a", null}));
    }

    @Test
    void collectionsComeBackInTheirOrder() throws IOException {
        assertEquals(List.of(1, "b"), sent(List.of(1, "b")));
        assertEquals(Arrays.asList(1, null), sent(Arrays.asList(1, null)));
        assertEquals(Set.of(1, 2, 3), sent(Set.of(1, 2, 3)));
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", 2);
        assertEquals(
                List.of("z", "a"), List.copyOf(((Map<?, ?>) java.util.Objects.requireNonNull(sent(map))).keySet()));
    }

    @Test
    void whatCannotCrossIsRefused() {
        assertEquals(
                "an object of java.util.BitSet cannot cross",
                assertThrows(WireException.class, () -> written(new BitSet())).getMessage());
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        assertEquals(
                "a value nested more than 64 deep cannot cross",
                assertThrows(WireException.class, () -> written(cycle)).getMessage());
    }

    @Test
    void lengthsAreHeldAgainstTheFrame() {
        ByteBuffer huge =
                ByteBuffer.allocate(9).put((byte) 17).putInt(Integer.MAX_VALUE).rewind();
        ByteBuffer negative = ByteBuffer.allocate(9).put((byte) 19).putInt(-1).rewind();

        assertEquals(
                "a length of 2147483647",
                assertThrows(WireException.class, () -> codec.read(huge)).getMessage());
        assertEquals(
                "a length of -1",
                assertThrows(WireException.class, () -> codec.read(negative)).getMessage());
    }

    @Test
    void framesAreBounded() {
        DataInputStream huge = new DataInputStream(new ByteArrayInputStream(new byte[] {127, 0, 0, 0, 1}));
        DataInputStream cut = new DataInputStream(new ByteArrayInputStream(new byte[] {0, 0, 0, 9, 1}));

        assertThrows(WireException.class, () -> Pipe.read(huge));
        assertEquals(
                "a frame was cut off",
                assertThrows(WireException.class, () -> Pipe.read(cut)).getMessage());
    }

    @Test
    void mutatedFramesAreAnsweredOrRefused() throws IOException {
        byte[] good =
                written(List.of(new double[][] {{1, 2}}, Map.of("a", Optional.of(3)), "text", new String[] {"x"}));
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(1, good.length + 1));
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                codec.read(ByteBuffer.wrap(bad));
            } catch (WireException | MissingMember e) {
                assertTrue(String.valueOf(e.getMessage()).length() < 100_000);
            }
        }
    }

    @Test
    void anyRequestGetsAReply() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MUTATIONS / 10; i++) {
            byte[] request = new byte[random.nextInt(1, 60)];
            random.nextBytes(request);
            request[0] = (byte) random.nextInt(1, 5);

            assertTrue(Peer.isReply(peer.serve(request)));
        }
    }
}
