package gradus.jupyter.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.jupyter.LabError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.KernelInfoReply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** Who may talk to the kernel. */
class LocalConnectionTest {
    private static final String KEY = "0123456789abcdef";
    private static final String SCHEME = "hmac-sha256";

    private static KernelConnectionProperties properties(String ip, String key) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        int[] ports = new int[5];
        for (int i = 0; i < ports.length; i++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports[i] = socket.getLocalPort();
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new KernelConnectionProperties(ip, ports[0], ports[1], ports[2], ports[3], ports[4], "tcp", SCHEME, key);
    }

    @Test
    @DisplayName("without a key, or where others could listen, there is no kernel")
    void refused() {
        assertEquals(
                "The connection file has no key, so anybody on this machine could run code in this kernel. Let Jupyter"
                        + " write one (Session.key).",
                assertThrows(LabError.class, () -> LocalConnection.of(properties("127.0.0.1", "")))
                        .getMessage());
        for (String ip : List.of("0.0.0.0", "192.168.1.5", "*", "::")) {
            assertEquals(
                    "The kernel listens on this machine alone, but the connection file says tcp://" + ip + ".",
                    assertThrows(LabError.class, () -> LocalConnection.of(properties(ip, KEY)))
                            .getMessage());
        }
    }

    @Test
    @DisplayName("a second kernel with the same connection file ends with plain words")
    void startedTwice() throws IOException {
        KernelConnectionProperties properties = properties("127.0.0.1", KEY);
        LocalConnection first = LocalConnection.of(properties);
        first.connect();
        try {
            LocalConnection second = LocalConnection.of(properties);
            String words =
                    String.valueOf(assertThrows(LabError.class, second::connect).getMessage());
            assertTrue(words.endsWith("another kernel may run with the same file."), words);
        } finally {
            first.close();
        }
    }

    @Test
    @DisplayName("messages with another key, none, or in pieces get no answer; the next right one does")
    void signatures() throws IOException, GeneralSecurityException {
        KernelConnectionProperties properties = properties("127.0.0.1", KEY);
        LocalConnection connection = LocalConnection.of(properties);
        connection.setHandler(
                MessageType.KERNEL_INFO_REQUEST,
                (reply, message) -> reply.reply(new KernelInfoReply("5.3", "x", "1", null, "banner", List.of())));
        connection.connect();
        try (ZContext context = new ZContext()) {
            ZMQ.Socket client = connected(context, properties);

            client.setReceiveTimeOut(1000);
            client.send("nonsense");
            request("").send(client);
            request("other key").send(client);
            assertNull(client.recv(), "an answer to somebody without the key");

            client.setReceiveTimeOut(20_000);
            request(KEY).send(client);
            assertNotNull(client.recv(), "an answer to Jupyter");
        } finally {
            connection.close();
        }
    }

    /**
     * A client that has had an answer. On a busy machine JeroMQ's side that connects sometimes does not notice that it
     * is connected, and leaves the greeting of the kernel unread; Jupyter connects with another library.
     */
    private static ZMQ.Socket connected(ZContext context, KernelConnectionProperties properties)
            throws GeneralSecurityException {
        for (int attempt = 0; attempt < 10; attempt++) {
            ZMQ.Socket client = context.createSocket(SocketType.DEALER);
            client.setReceiveTimeOut(4000);
            client.connect("tcp://127.0.0.1:" + properties.getShellPort());
            request(KEY).send(client);
            if (ZMsg.recvMsg(client) != null) {
                return client;
            }
            context.destroySocket(client);
        }
        throw new AssertionError("no answer to any of ten clients with the key");
    }

    private static ZMsg request(String key) throws GeneralSecurityException {
        byte[] header =
                ("{\"msg_id\":\"1\",\"username\":\"u\",\"session\":\"s\",\"date\":\"2026-01-01T00:00:00.000000Z\","
                                + "\"msg_type\":\"kernel_info_request\",\"version\":\"5.3\"}")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
        String signature =
                key.isEmpty() ? "" : new HMACGenerator(SCHEME, key).calculateSignature(header, none, none, none);
        ZMsg message = new ZMsg();
        message.add("<IDS|MSG>");
        message.add(signature);
        message.add(header);
        message.add(none);
        message.add(none);
        message.add(none);
        return message;
    }
}
