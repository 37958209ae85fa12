package gradus.cli.daemon;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalInt;

/**
 * Lets a daemon run a command. Whatever goes wrong with the daemon, the command is only slower: then another process
 * runs it. The launcher asks with {@code client.pl}, which says the same.
 */
final class Client {
    private final Address address;
    private final Call call;
    private boolean isWelcome;

    Client(Address address, Call call) {
        this.address = address;
        this.call = call;
    }

    /** The exit code of the command, or nothing if no daemon ran it to its end. */
    OptionalInt run() {
        try (Wire wire = Wire.to(address)) {
            wire.send(new Frame(Frame.Kind.CALL, call.bytes()));
            isWelcome = wire.next().kind() == Frame.Kind.WELCOME;
            return OptionalInt.of(converse(wire));
        } catch (IOException e) {
            if (isWelcome) {
                System.err.println("The judge in the background ended in the middle of this. Doing it again.");
            }
            return OptionalInt.empty();
        }
    }

    private static int converse(Wire wire) throws IOException {
        while (true) {
            Frame frame = wire.next();
            switch (frame.kind()) {
                case OUT -> print(System.out, frame);
                case ERR -> print(System.err, frame);
                case ASK -> wire.send(new Frame(Frame.Kind.ANSWER, line()));
                case EXIT -> {
                    return Integer.parseInt(frame.text());
                }
                default -> throw new IOException(frame.kind() + " is no answer");
            }
        }
    }

    private static void print(PrintStream stream, Frame frame) {
        stream.write(frame.content(), 0, frame.content().length);
        stream.flush();
    }

    /** A line of the standard input, and no byte more: the rest may be for somebody else. */
    private static byte[] line() throws IOException {
        FileInputStream in = new FileInputStream(FileDescriptor.in);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next >= 0) {
                line.write(next);
            }
        } while (next >= 0 && next != '\n');
        return line.toByteArray();
    }
}
