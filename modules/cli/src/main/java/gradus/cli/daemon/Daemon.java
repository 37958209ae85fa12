package gradus.cli.daemon;

import com.google.gson.Gson;
import java.io.IOException;
import java.util.Optional;

/**
 * A daemon that listens now.
 *
 * @param address where
 * @param condition how it is
 */
public record Daemon(Address address, Condition condition) {
    /** The daemon at an address. */
    public static Optional<Daemon> at(Address address) {
        try (Wire wire = Wire.to(address)) {
            wire.send(Frame.of(Frame.Kind.STATUS));
            Condition condition = new Gson().fromJson(wire.next().text(), Condition.class);
            return Optional.of(new Daemon(address, condition));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Asks it to finish what it does, and end. */
    public void stop() {
        try (Wire wire = Wire.to(address)) {
            wire.send(Frame.of(Frame.Kind.STOP));
            wire.next();
        } catch (IOException e) {
            // It ended already.
        }
    }
}
