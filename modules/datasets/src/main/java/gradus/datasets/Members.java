package gradus.datasets;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The members of an archive, in one of the formats that the lab reads. */
sealed interface Members extends Closeable permits TarMembers, ZipMembers {
    /**
     * A file or folder in an archive.
     *
     * @param name as the archive has it; it may lead anywhere
     * @param bytes how many bytes it says to have
     */
    record Member(String name, boolean isFolder, long bytes) {}

    /** All members, in the order of the archive. None is a link. */
    List<Member> list();

    /**
     * Opens a member that is not a folder. A member that was opened before may not be read on.
     *
     * @throws IOException if it can't be read
     */
    InputStream open(Member member) throws IOException;
}
