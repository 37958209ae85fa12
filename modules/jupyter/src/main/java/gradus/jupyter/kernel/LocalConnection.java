package gradus.jupyter.kernel;

import gradus.jupyter.LabError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The channels to a notebook on this machine, all of whose messages are signed. */
final class LocalConnection extends JupyterConnection {
    private final KernelConnectionProperties properties;
    private final SignedChannel requests;
    private final SignedChannel controls;

    private LocalConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
        super(properties);
        this.properties = properties;
        ZMQ.Context context = ZMQ.context(1);
        requests = new SignedChannel(context, properties.createHMACGenerator(), false, this);
        controls = new SignedChannel(context, properties.createHMACGenerator(), true, this);
    }

    /** @throws LabError if others could read or write along */
    static LocalConnection of(KernelConnectionProperties properties) {
        if (properties.getKey() == null || properties.getKey().isEmpty()) {
            throw new LabError("The connection file has no key, so anybody on this machine could run code in this"
                    + " kernel. Let Jupyter write one (Session.key).");
        }
        if (!"tcp".equals(properties.getTransport()) || !isLocal(properties.getIp())) {
            throw new LabError("The kernel listens on this machine alone, but the connection file says "
                    + properties.getTransport() + "://" + properties.getIp() + ".");
        }
        try {
            return new LocalConnection(properties);
        } catch (GeneralSecurityException e) {
            throw new LabError("This Java does not know the signature scheme " + properties.getSignatureScheme()
                    + " of the connection file.");
        }
    }

    private static boolean isLocal(String ip) {
        try {
            return ip != null
                    && ip.matches("[0-9.]+|[0-9a-fA-F:]+|localhost")
                    && InetAddress.getByName(ip).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** @throws LabError if somebody listens there already */
    @Override
    public void connect() {
        // What a cell shows must arrive, and its end too, however slow the reader is.
        iopub.setSndHWM(0);
        try {
            iopub.bind(properties);
            stdin.bind(properties);
            heartbeat.bind(properties);
            iopub.sendMessage(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
            controls.bind(properties);
            requests.bind(properties);
        } catch (ZMQException e) {
            throw new LabError("The kernel can't listen on the ports of its connection file (" + e.getMessage()
                    + "): another kernel may run with the same file.");
        }
    }

    @Override
    public void waitUntilClose() {
        controls.waitUntilClose();
    }

    @Override
    public void close() {
        requests.close();
        controls.close();
    }
}
