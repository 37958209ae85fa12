package gradus.grader.compiler;

import gradus.grader.source.Isolation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** The main class of the compiler's process: it compiles one order after the other until there is none. */
public final class CompilerServer {
    private CompilerServer() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        while (true) {
            byte[] frame;
            try {
                frame = Frame.receive(in);
            } catch (EOFException e) {
                return;
            }
            Frame.Order order = Frame.order(frame);
            Frame.send(
                    out,
                    Frame.of(Isolation.compile(order.sources(), order.classPath(), order.known(), order.needed())));
        }
    }
}
