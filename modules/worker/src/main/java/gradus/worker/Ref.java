package gradus.worker;

import org.jspecify.annotations.Nullable;

/**
 * An object that lives on the other side.
 *
 * @param peer this side's end of the wire to it
 * @param id its number over there
 * @param message its message, where it is an exception
 */
public record Ref(Peer peer, int id, @Nullable String message) {}
