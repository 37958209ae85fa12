package gradus.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that tells what the kernel says of it: user, capabilities, filter of system calls. */
public final class SandboxProbe {
    private SandboxProbe() {}

    public static void main(String[] arguments) throws IOException {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            Files.copy(Path.of("/proc/self/status"), out);
        }
    }
}
