package gradus.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of system calls, as the kernel would run the filter. */
class FilterTest {
    private static final int ALLOWED = 0x7fff0000;
    private static final int KILLED = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050001;
    private static final int UNKNOWN = 0x00050026;

    private static final int THREAD = 0x3d0f00;
    private static final int CHILD = 0x4111;

    /** The kernel's machine for such programs, with the instructions that the filter uses. */
    private static int run(byte[] program, int audit, int number, long... arguments) {
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(number).putInt(audit).putLong(0);
        for (long argument : arguments) {
            data.putLong(argument);
        }
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
        int word = 0;
        for (int at = 0; ; at++) {
            int instruction = code.getShort(8 * at);
            int ifTrue = code.get(8 * at + 2) & 0xff;
            int ifFalse = code.get(8 * at + 3) & 0xff;
            int operand = code.getInt(8 * at + 4);
            switch (instruction) {
                case 0x20 -> word = data.getInt(operand);
                case 0x54 -> word &= operand;
                case 0x15 -> at += word == operand ? ifTrue : ifFalse;
                case 0x35 -> at += Integer.compareUnsigned(word, operand) >= 0 ? ifTrue : ifFalse;
                case 0x06 -> {
                    return operand;
                }
                default -> throw new IllegalArgumentException("instruction " + instruction);
            }
        }
    }

    private static int run(Processor processor, int number, long... arguments) {
        return run(Filter.of(processor, false), processor.audit(), number, arguments);
    }

    @ParameterizedTest
    @EnumSource(Processor.class)
    void everyCallOfTheListIsDenied(Processor processor) {
        for (Denied call : Denied.values()) {
            if (call.number(processor) != Denied.NONE) {
                assertEquals(NOT_PERMITTED, run(processor, call.number(processor)), call.name());
            }
        }
    }

    @Test
    void readingAndExitingAreAllowed() {
        assertEquals(ALLOWED, run(Processor.X86_64, 0));
        assertEquals(ALLOWED, run(Processor.X86_64, 231));
        assertEquals(ALLOWED, run(Processor.AARCH64, 63));
        assertEquals(ALLOWED, run(Processor.AARCH64, 94));
    }

    @Test
    void threadsAreAllowedAndProcessesAreNot() {
        assertEquals(ALLOWED, run(Processor.X86_64, 56, THREAD));
        assertEquals(NOT_PERMITTED, run(Processor.X86_64, 56, CHILD));
        assertEquals(ALLOWED, run(Processor.AARCH64, 220, THREAD));
        assertEquals(NOT_PERMITTED, run(Processor.AARCH64, 220, CHILD));
        assertEquals(UNKNOWN, run(Processor.X86_64, 435));
        assertEquals(UNKNOWN, run(Processor.AARCH64, 435));
    }

    @Test
    void memoryThatIsNotCountedIsDenied() {
        long privately = 0x22;
        assertEquals(ALLOWED, run(Processor.X86_64, 9, 0, 4096, 3, privately));
        assertEquals(ALLOWED, run(Processor.X86_64, 9, 0, 4096, 1, 0x01));
        assertEquals(NOT_PERMITTED, run(Processor.X86_64, 9, 0, 4096, 3, 0x21));
        assertEquals(NOT_PERMITTED, run(Processor.X86_64, 9, 0, 4096, 3, privately | 0x100));
        assertEquals(NOT_PERMITTED, run(Processor.AARCH64, 222, 0, 4096, 3, 0x21));
    }

    @Test
    void socketsReachNoNetwork() {
        assertEquals(ALLOWED, run(Processor.X86_64, 41, 1));
        for (int family : new int[] {2, 10, 16, 17, 38, 40}) {
            assertEquals(NOT_PERMITTED, run(Processor.X86_64, 41, family), "family " + family);
            assertEquals(NOT_PERMITTED, run(Processor.AARCH64, 198, family), "family " + family);
        }
    }

    @Test
    void aRoomMayBeGrantedTheLoopback() {
        byte[] filter = Filter.of(Processor.X86_64, true);

        assertEquals(ALLOWED, run(filter, Processor.X86_64.audit(), 41, 1));
        assertEquals(ALLOWED, run(filter, Processor.X86_64.audit(), 41, 2));
        assertEquals(ALLOWED, run(filter, Processor.X86_64.audit(), 41, 10));
        assertEquals(NOT_PERMITTED, run(filter, Processor.X86_64.audit(), 41, 16));
        assertEquals(NOT_PERMITTED, run(filter, Processor.X86_64.audit(), 41, 40));
    }

    @Test
    void callsOfAnotherProcessorsInterfaceKill() {
        int i386 = 0x40000003;
        assertEquals(KILLED, run(Filter.of(Processor.X86_64, false), i386, 3));
        assertEquals(KILLED, run(Processor.X86_64, 0x40000000));
        assertEquals(KILLED, run(Filter.of(Processor.AARCH64, false), Processor.X86_64.audit(), 0));
    }

    @Test
    void theProgramIsSmall() {
        assertTrue(Filter.of(Processor.X86_64, true).length < 8 * 256);
    }
}
