package gradus.worker;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** Carries a request to the other side and brings its reply. */
public interface Channel {
    /**
     * @param request frame for the other side
     * @param server answers the requests that the other side makes while it works on this one
     * @return the reply's frame
     */
    byte[] exchange(byte[] request, UnaryOperator<byte[]> server) throws IOException;
}
