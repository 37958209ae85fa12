package gradus.datasets;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What has arrived so far of a file, in {@code NAME.part} beside it. It is left there when a download breaks off. */
final class Part {
    private final DataFile file;
    private final Path folder;
    private final Path target;
    private final Path path;

    Part(DataFile file, DataFolder folder) {
        this.file = file;
        this.folder = folder.path().resolve(file.set());
        this.target = folder.place(file);
        this.path = target.resolveSibling(target.getFileName() + ".part");
    }

    DataFile file() {
        return file;
    }

    long length() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** @throws DownloadFailed if the disk has no room for what is still to come */
    void requireRoom() throws DownloadFailed {
        long missing = file.maxBytes() - length();
        long free;
        try {
            Files.createDirectories(folder);
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new DownloadFailed(DiskTrouble.cannotWrite(folder, e), e);
        }
        if (missing > free) {
            throw new DownloadFailed(String.format(
                    "%s needs %s more, but %s has room for %s only. Make room there, or let GRADUS_DATA name another"
                            + " folder.",
                    file.path(), Size.of(missing), folder, Size.of(free)));
        }
    }

    /** Writes at the end. What is written before the disk is full stays. */
    OutputStream append() throws DownloadFailed {
        try {
            return new Appender(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw full(e);
        }
    }

    private final class Appender extends FilterOutputStream {
        Appender(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws DownloadFailed {
            try {
                out.write(bytes, start, length);
            } catch (IOException e) {
                throw full(e);
            }
        }
    }

    private DownloadFailed full(IOException e) {
        return new DownloadFailed(
                DiskTrouble.cannotWrite(path, e) + " What has arrived is kept: the same command goes on from there.",
                e);
    }

    boolean isRight() throws DownloadFailed {
        try {
            return file.canHaveSize(length()) && Sha256.isRight(path, file.contents());
        } catch (IOException e) {
            throw full(e);
        }
    }

    void clear() throws DownloadFailed {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Puts the file into place, as a whole. */
    void finish() throws DownloadFailed {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw full(e);
        }
    }
}
