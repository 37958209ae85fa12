package gradus.classroom.grading;

import gradus.classroom.Trouble;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.SslMode;

/**
 * Where a queue is that many machines share. Unless it says otherwise with {@code sslmode}, the server must prove with
 * a certificate that it is who it is called, if it is not on this machine.
 *
 * @param url as PostgreSQL's driver has it, {@code jdbc:postgresql://host/database?user=…&sslrootcert=…}; no password
 *     stands in it, because others see what is typed
 * @param password a file with the password; without one, the driver looks into {@code ~/.pgpass}
 */
public record QueueAddress(String url, Optional<Path> password) {
    private static final String PREFIX = "jdbc:postgresql://";
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&](ssl)?password=|//[^/?@]*@");
    private static final Pattern LOCAL = Pattern.compile("(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?");
    private static final int SECONDS = 20;

    /** @throws Trouble if the address breaks a rule */
    public QueueAddress {
        if (PASSWORD.matcher(url).find()) {
            throw new Trouble("--queue must hold no password, because others can read what is typed. Put it into a file"
                    + " that you alone may read, and name that with --password-file. The user is named with"
                    + " '?user=NAME'.");
        } else if (!url.startsWith(PREFIX)) {
            throw new Trouble("--queue must begin with " + PREFIX + ", but was " + url + ".");
        }
    }

    /** What can be said of it. */
    String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    /** Who asks to be let in, if the address says so. */
    Optional<String> user() {
        return parameter("user");
    }

    private Optional<String> parameter(String name) {
        int begin = url.indexOf('?');
        return Arrays.stream(url.substring(begin + 1).split("&", -1))
                .filter(pair -> begin >= 0 && pair.toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** Whether all its hosts are this machine. */
    private boolean isLocal() {
        String hosts = url.substring(PREFIX.length()).replaceFirst("[/?].*", "");
        return Arrays.stream(hosts.split(",", -1))
                .allMatch(host -> LOCAL.matcher(host).matches());
    }

    /** @throws Trouble if the driver does not understand the address, or the password cannot be read */
    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    "--queue must be an address as " + PREFIX + "host/database?user=NAME, but was " + url + ".", e);
        }
        if (parameter("sslmode").isEmpty() && !isLocal()) {
            source.setSslMode(SslMode.VERIFY_FULL.value);
        }
        source.setApplicationName("gradus");
        source.setConnectTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        source.setTcpKeepAlive(true);
        password.ifPresent(file -> source.setPassword(read(file)));
        return source;
    }

    /** What root lends, as container platforms do, the group may read too. So does libpq with keys. */
    private static String read(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            boolean isLent = Files.getOwner(file).getName().equals("root")
                    && !System.getProperty("user.name").equals("root");
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.GROUP_READ) && !isLent) {
                throw new Trouble(file + " can be read by others than you. 'chmod 600 " + file + "' mends that.");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Trouble("--password-file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
