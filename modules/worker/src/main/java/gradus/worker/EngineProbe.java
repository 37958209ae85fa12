package gradus.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A process that says, in three lines, which engine DJL finds, its version and the device it computes on. DJL is not
 * known here; it is on the class path of the process or it is not.
 */
public final class EngineProbe {
    private EngineProbe() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> type = Class.forName("ai.djl.engine.Engine");
        Object engine = type.getMethod("getInstance").invoke(null);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String property : new String[] {"getEngineName", "getVersion", "defaultDevice"}) {
            out.println(type.getMethod(property).invoke(engine));
        }
    }
}
