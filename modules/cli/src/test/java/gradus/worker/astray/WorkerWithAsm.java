package gradus.worker.astray;

import org.objectweb.asm.ClassReader;

public record WorkerWithAsm(ClassReader reader) {}
