package gradus.jupyter.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.adapters.HeaderAdapter;
import org.dflib.jjava.jupyter.messages.adapters.HistoryRequestAdapter;
import org.dflib.jjava.jupyter.messages.adapters.KernelTimestampAdapter;
import org.dflib.jjava.jupyter.messages.adapters.MessageTypeAdapter;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * A channel of requests. It answers at once instead of asking every 50 ms, and lets messages fall that are not signed
 * with the key, where the library's own would end with the first of them.
 */
final class SignedChannel extends ShellChannel {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    /** Delimiter, signature, header, parent header, metadata, content. */
    private static final int PARTS = 6;

    private static final int WAIT = 100;
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(KernelTimestamp.class, KernelTimestampAdapter.INSTANCE)
            .registerTypeAdapter(Header.class, HeaderAdapter.INSTANCE)
            .registerTypeAdapter(MessageType.class, MessageTypeAdapter.INSTANCE)
            .registerTypeAdapter(HistoryRequest.class, HistoryRequestAdapter.INSTANCE)
            .create();

    private final ZMQ.Context context;
    private final HMACGenerator key;
    private final boolean isControl;
    private final JupyterConnection connection;
    private @Nullable Thread listener;
    private volatile boolean isOpen = true;

    SignedChannel(ZMQ.Context context, HMACGenerator key, boolean isControl, JupyterConnection connection) {
        super(context, key, isControl, connection);
        this.context = context;
        this.key = key;
        this.isControl = isControl;
        this.connection = connection;
    }

    @Override
    public void bind(KernelConnectionProperties properties) {
        int port = isControl ? properties.getControlPort() : properties.getShellPort();
        bind(formatAddress(properties.getTransport(), properties.getIp(), port));
        Thread thread = new Thread(this::listen, isControl ? "control" : "shell");
        listener = thread;
        thread.start();
    }

    private void listen() {
        ZMQ.Poller poller = context.poller(1);
        poller.register(this, ZMQ.Poller.POLLIN);
        while (isOpen) {
            if (poller.poll(WAIT) > 0) {
                ZMsg parts = ZMsg.recvMsg(this);
                Message<?> message = parts == null ? null : read(parts);
                if (message != null) {
                    handle(message);
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void handle(Message<?> message) {
        ShellHandler handler =
                connection.getHandler((MessageType) message.getHeader().getType());
        if (handler == null) {
            return;
        }
        ShellReplyEnvironment reply = connection.prepareReplyEnv(this, message);
        try {
            handler.handle(reply, message);
        } finally {
            reply.resolveDeferrals();
        }
        if (reply.isMarkedForShutdown()) {
            connection.close();
        }
    }

    /** A message that is whole and has the right signature; else null. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable Message<?> read(ZMsg frames) {
        List<byte[]> parts = new ArrayList<>();
        frames.forEach(frame -> parts.add(frame.getData()));
        int start = 0;
        while (start < parts.size() && !Arrays.equals(parts.get(start), DELIMITER)) {
            start++;
        }
        if (parts.size() - start < PARTS) {
            return null;
        }
        byte[] header = parts.get(start + 2);
        byte[] parent = parts.get(start + 3);
        byte[] metadata = parts.get(start + 4);
        byte[] content = parts.get(start + 5);
        byte[] signature =
                key.calculateSignature(header, parent, metadata, content).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(signature, parts.get(start + 1))) {
            return null;
        }
        try {
            Header<?> head = GSON.fromJson(text(header), Header.class);
            JsonElement above = JsonParser.parseString(text(parent));
            boolean hasParent = above.isJsonObject() && !above.getAsJsonObject().isEmpty();
            return new Message(
                    parts.subList(0, start),
                    head,
                    hasParent ? GSON.fromJson(above, Header.class) : null,
                    GSON.fromJson(text(metadata), Map.class),
                    GSON.fromJson(text(content), head.getType().getContentType()),
                    parts.subList(start + PARTS, parts.size()));
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        isOpen = false;
        closed = true;
    }

    @Override
    public void waitUntilClose() {
        Thread thread = listener;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
