package gradus.grader.sandbox;

/**
 * System calls that no room needs, with their numbers.
 *
 * <p>Source: Linux 6.12, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
 */
enum Denied {
    // Other processes.
    FORK(57, Denied.NONE),
    VFORK(58, Denied.NONE),
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    PIDFD_GETFD(438, 438),
    KCMP(312, 272),
    MOVE_PAGES(279, 239),
    MIGRATE_PAGES(256, 238),
    // Namespaces and mounts.
    UNSHARE(272, 97),
    SETNS(308, 268),
    MOUNT(165, 40),
    UMOUNT(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    OPEN_TREE(428, 428),
    MOVE_MOUNT(429, 429),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    NAME_TO_HANDLE_AT(303, 264),
    OPEN_BY_HANDLE_AT(304, 265),
    // Parts of the kernel with a large surface.
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    KEYCTL(250, 219),
    FANOTIFY_INIT(300, 262),
    FANOTIFY_MARK(301, 263),
    PERSONALITY(135, 92),
    MODIFY_LDT(154, Denied.NONE),
    VMSPLICE(278, 75),
    // Memory that RLIMIT_DATA does not count.
    MEMFD_CREATE(319, 279),
    MEMFD_SECRET(447, 447),
    SHMGET(29, 194),
    SHMAT(30, 196),
    // The machine as a whole.
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    REBOOT(169, 142),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    ACCT(163, 89),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    SYSLOG(103, 116),
    SETHOSTNAME(170, 161),
    SETDOMAINNAME(171, 162),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    CLOCK_ADJTIME(305, 266),
    ADJTIMEX(159, 171),
    IOPL(172, Denied.NONE),
    IOPERM(173, Denied.NONE),
    LOOKUP_DCOOKIE(212, 18),
    VHANGUP(153, 58);

    /** Where a processor has no such call. */
    static final int NONE = -1;

    private final int x86;
    private final int arm;

    Denied(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    int number(Processor processor) {
        return processor == Processor.X86_64 ? x86 : arm;
    }
}
