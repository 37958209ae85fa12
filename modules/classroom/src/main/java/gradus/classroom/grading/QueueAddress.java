package gradus.classroom.grading;

import gradus.classroom.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a queue is that many machines share.
 *
 * @param url as PostgreSQL's driver has it, {@code jdbc:postgresql://host/database?user=…&sslmode=verify-full}; no
 *     password stands in it, because others see what is typed
 * @param password a file with the password; without one, the driver looks into {@code ~/.pgpass}
 */
public record QueueAddress(String url, Optional<Path> password) {
    private static final String PREFIX = "jdbc:postgresql://";
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&]password=|//[^/@]*:[^/@]*@");
    private static final int SECONDS = 20;

    /** @throws Trouble if the address breaks a rule */
    public QueueAddress {
        if (!url.startsWith(PREFIX)) {
            throw new Trouble("--queue must begin with " + PREFIX + ", but was "
                    + url.replaceFirst("(?i)(password=)[^&]*", "$1…") + ".");
        } else if (PASSWORD.matcher(url).find()) {
            throw new Trouble(
                    "A password must not stand in --queue, where others can read it. Put it into a file that you"
                            + " alone may read, and name that with --password-file.");
        }
    }

    /** What can be said of it. */
    String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setApplicationName("gradus");
        source.setConnectTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        source.setTcpKeepAlive(true);
        password.ifPresent(file -> source.setPassword(read(file)));
        return source;
    }

    private static String read(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                throw new Trouble(file + " can be read by others than you. 'chmod 600 " + file + "' mends that.");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
