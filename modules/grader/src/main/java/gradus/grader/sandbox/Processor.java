package gradus.grader.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** Processors whose system calls are known here. */
enum Processor {
    X86_64("amd64", 0xC000003E),
    AARCH64("aarch64", 0xC00000B7);

    private final String javaName;
    private final int audit;

    /**
     * @param javaName value of the system property os.arch
     * @param audit what the kernel calls it, from linux/audit.h
     */
    Processor(String javaName, int audit) {
        this.javaName = javaName;
        this.audit = audit;
    }

    static Optional<Processor> named(String javaName) {
        return Arrays.stream(values())
                .filter(processor -> processor.javaName.equals(javaName))
                .findFirst();
    }

    int audit() {
        return audit;
    }
}
