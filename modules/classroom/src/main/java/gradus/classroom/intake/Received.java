package gradus.classroom.intake;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One submission of one person as it is kept.
 *
 * @param folder where its files lie, as received
 * @param digest SHA-256 of paths and contents, in hexadecimal digits
 * @param number later ones of the class have higher numbers
 */
public record Received(String person, Path folder, String digest, Instant received, String origin, int number) {}
