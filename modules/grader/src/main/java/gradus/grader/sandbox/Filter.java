package gradus.grader.sandbox;

/**
 * The system calls of a worker: what is denied fails with "not permitted", and everything else is allowed.
 *
 * <p>A list of what is allowed would have to follow every JDK, C library and PyTorch. What such a list would add is
 * small here: there are no capabilities, no network, and no files but those that are meant to be read.
 */
final class Filter {
    // Offsets in struct seccomp_data; of the arguments the lower word, both processors being little-endian.
    private static final int NUMBER = 0;
    private static final int PROCESSOR = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int FOURTH_ARGUMENT = 16 + 3 * 8;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL = 0x80000000;
    private static final int FAIL = 0x00050000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;

    /** Numbers from here on are calls of the x32 interface, which would pass by the list. */
    private static final int X32 = 0x40000000;

    private static final int CLONE3 = 435;
    private static final int CLONE_THREAD = 0x10000;
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int MAP_SHARED = 0x01;
    private static final int MAP_ANONYMOUS = 0x20;
    private static final int MAP_GROWSDOWN = 0x100;

    private final Processor processor;
    private final Bpf bpf = new Bpf();

    private Filter(Processor processor) {
        this.processor = processor;
    }

    /**
     * The filter as bubblewrap takes it.
     *
     * @param loopback whether sockets of the Internet are allowed; without a network they reach the worker itself alone
     */
    static byte[] of(Processor processor, boolean loopback) {
        return new Filter(processor).program(loopback);
    }

    private byte[] program(boolean loopback) {
        bpf.load(PROCESSOR).ifNotEqual(processor.audit(), 1).end(KILL);
        bpf.load(NUMBER);
        if (processor == Processor.X86_64) {
            bpf.ifAtLeast(X32, 1).end(KILL);
        }
        for (Denied call : Denied.values()) {
            int number = call.number(processor);
            if (number != Denied.NONE) {
                bpf.ifEqual(number, 1).end(FAIL | EPERM);
            }
        }
        noProcesses();
        noUncountedMemory();
        sockets(loopback);
        return bpf.end(ALLOW).assemble();
    }

    /** Threads are allowed, processes are not. The C library falls back to clone where clone3 does not exist. */
    private void noProcesses() {
        bpf.ifEqual(CLONE3, 1).end(FAIL | ENOSYS);
        bpf.ifEqual(number(56, 220), 5)
                .load(FIRST_ARGUMENT)
                .and(CLONE_THREAD)
                .ifEqual(0, 1)
                .end(FAIL | EPERM)
                .load(NUMBER);
    }

    /** Shared memory and growing stacks are not counted by RLIMIT_DATA. */
    private void noUncountedMemory() {
        int shared = MAP_SHARED | MAP_ANONYMOUS;
        bpf.ifEqual(number(9, 222), 9)
                .load(FOURTH_ARGUMENT)
                .and(shared)
                .ifEqual(shared, 1)
                .end(FAIL | EPERM)
                .load(FOURTH_ARGUMENT)
                .and(MAP_GROWSDOWN)
                .ifNotEqual(0, 1)
                .end(FAIL | EPERM)
                .load(NUMBER);
    }

    private void sockets(boolean loopback) {
        bpf.ifEqual(number(41, 198), loopback ? 5 : 3).load(FIRST_ARGUMENT);
        if (loopback) {
            bpf.ifNotEqual(AF_INET, 3).ifNotEqual(AF_INET6, 2);
        }
        bpf.ifNotEqual(AF_UNIX, 1).end(FAIL | EPERM);
    }

    private int number(int x86, int arm) {
        return processor == Processor.X86_64 ? x86 : arm;
    }
}
