package gradus.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The members of a zip archive. */
final class ZipMembers implements Members {
    private final ZipFile zip;

    /**
     * @param name of the archive, for messages
     * @throws IllegalArgumentException if it is damaged, or a member is a link
     */
    ZipMembers(String name, Path file) throws IOException {
        ZipLinks.refuse(name, file);
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IllegalArgumentException(name + " is not a whole zip archive: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Member> list() {
        return zip.stream()
                .map(entry -> new Member(entry.getName(), entry.isDirectory(), entry.getSize()))
                .toList();
    }

    @Override
    public InputStream open(Member member) throws IOException {
        return zip.getInputStream(zip.getEntry(member.name()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
