package gradus.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes archives for tests. Names that end in a slash are folders. */
enum Packer {
    ZIP("a.zip"),
    TAR("a.tar"),
    TGZ("a.tgz");

    final String file;

    Packer(String file) {
        this.file = file;
    }

    byte[] pack(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (this == ZIP) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    zip.putNextEntry(new ZipEntry(member.getKey()));
                    zip.write(member.getValue());
                }
            }
        } else {
            try (TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(this == TGZ ? new GZIPOutputStream(bytes) : bytes)) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    put(tar, new TarArchiveEntry(member.getKey(), true), member.getValue());
                }
            }
        }
        return bytes.toByteArray();
    }

    static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] data) throws IOException {
        entry.setSize(data.length);
        tar.putArchiveEntry(entry);
        tar.write(data);
        tar.closeArchiveEntry();
    }
}
