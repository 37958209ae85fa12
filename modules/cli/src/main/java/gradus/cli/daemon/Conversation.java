package gradus.cli.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The daemon's side of one client. */
final class Conversation implements Runnable {
    /** The exit code of what the lab itself got wrong. */
    private static final int FAULT = 70;

    private final Server server;
    private final ServerSocketChannel sockets;
    private final Wire wire;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();

    Conversation(Server server, ServerSocketChannel sockets, Wire wire) {
        this.server = server;
        this.sockets = sockets;
        this.wire = wire;
    }

    @Override
    public void run() {
        try (wire) {
            Frame request = wire.next();
            switch (request.kind()) {
                case CALL -> {
                    Call call = Call.of(request.content());
                    if (server.serves(call) && server.begin()) {
                        serve(call);
                    }
                }
                case STATUS -> wire.send(Frame.of(Frame.Kind.OUT, server.condition()));
                case STOP -> {
                    server.end(sockets);
                    wire.send(Frame.of(Frame.Kind.EXIT, "0"));
                }
                default -> throw new IOException(request.kind() + " is no request");
            }
        } catch (IOException e) {
            // The client is gone, and with it whoever would want to know.
        }
    }

    /** Runs the command in a thread of its own, while this one hears what the client says, or that it is gone. */
    private void serve(Call call) {
        Service.Work work =
                server.service().work(call, new Questions(), stream(Frame.Kind.OUT), stream(Frame.Kind.ERR));
        Thread thread = new Thread(() -> complete(work), "command");
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                Frame frame = wire.next();
                if (frame.kind() == Frame.Kind.ANSWER) {
                    answers.add(frame.content());
                }
            }
        } catch (IOException e) {
            work.cancel();
            answers.add(new byte[0]);
        }
    }

    private void complete(Service.Work work) {
        int code = FAULT;
        try {
            wire.send(Frame.of(Frame.Kind.WELCOME));
            code = work.run();
        } catch (IOException e) {
            // The client is gone already.
        } catch (Throwable e) {
            stream(Frame.Kind.ERR).println("The judge in the background failed: " + e + ".");
            throw e;
        } finally {
            end(code);
            server.done();
        }
    }

    private void end(int code) {
        try {
            wire.send(Frame.of(Frame.Kind.EXIT, String.valueOf(code)));
        } catch (IOException e) {
            // Nobody waits for it.
        }
    }

    private PrintStream stream(Frame.Kind kind) {
        OutputStream frames = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                wire.send(new Frame(kind, Arrays.copyOfRange(bytes, offset, offset + length)));
            }
        };
        return new PrintStream(frames, true, StandardCharsets.UTF_8);
    }

    /** The client's standard input. It is read a line at a time, and only when the command wants one. */
    private final class Questions extends InputStream {
        private byte[] line = {};
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (at == line.length) {
                wire.send(Frame.of(Frame.Kind.ASK));
                try {
                    line = answers.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
                at = 0;
            }
            int some = Math.min(length, line.length - at);
            if (some == 0) {
                return -1;
            }
            System.arraycopy(line, at, bytes, offset, some);
            at += some;
            return some;
        }
    }
}
