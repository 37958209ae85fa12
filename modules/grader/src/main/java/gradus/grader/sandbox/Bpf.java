package gradus.grader.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Assembles a program for the kernel's classic Berkeley packet filter, as seccomp runs it on each system call. Jumps
 * are forward and count instructions.
 *
 * <p>Source: linux/bpf_common.h, linux/filter.h and linux/seccomp.h.
 */
final class Bpf {
    /** Instructions the kernel takes at most. */
    private static final int MAX_LENGTH = 4096;

    private static final int LOAD_WORD_AT = 0x20;
    private static final int AND = 0x54;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int JUMP_IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

    private final List<Instruction> program = new ArrayList<>();

    /** Loads a word of struct seccomp_data. */
    Bpf load(int offset) {
        return add(LOAD_WORD_AT, 0, 0, offset);
    }

    /** Keeps these bits of the loaded word. */
    Bpf and(int mask) {
        return add(AND, 0, 0, mask);
    }

    /** Goes on with the next instruction if the loaded word is this one, else after skipping some. */
    Bpf ifEqual(int value, int elseSkip) {
        return add(JUMP_IF_EQUAL, 0, elseSkip, value);
    }

    /** Goes on with the next instruction if the loaded word is another one, else after skipping some. */
    Bpf ifNotEqual(int value, int elseSkip) {
        return add(JUMP_IF_EQUAL, elseSkip, 0, value);
    }

    /**
     * Goes on with the next instruction if the loaded word, unsigned, is at least this one, else after skipping some.
     */
    Bpf ifAtLeast(int value, int elseSkip) {
        return add(JUMP_IF_AT_LEAST, 0, elseSkip, value);
    }

    Bpf end(int verdict) {
        return add(RETURN, 0, 0, verdict);
    }

    private Bpf add(int code, int ifTrue, int ifFalse, int operand) {
        program.add(new Instruction(code, ifTrue, ifFalse, operand));
        return this;
    }

    /** The program as an array of struct sock_filter. */
    byte[] assemble() {
        if (program.size() > MAX_LENGTH) {
            throw new IllegalStateException(
                    "a filter has at most " + MAX_LENGTH + " instructions, but was " + program.size());
        }
        ByteBuffer bytes = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.nativeOrder());
        for (Instruction instruction : program) {
            bytes.putShort((short) instruction.code())
                    .put((byte) instruction.ifTrue())
                    .put((byte) instruction.ifFalse())
                    .putInt(instruction.operand());
        }
        return bytes.array();
    }
}
