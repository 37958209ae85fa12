package gradus.worker;

import java.io.IOException;

/** The other side broke the protocol, or a value cannot cross. */
public class WireException extends IOException {
    private static final long serialVersionUID = 1;

    public WireException(String message) {
        super(message);
    }
}
