package gradus.datasets;

import gradus.datasets.DataFolder.Presence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files of data sets into the data folder.
 *
 * <p>A file arrives in {@code NAME.part}, which is left where a download breaks off and is then gone on with. It is
 * moved into place only when its size and SHA-256 are right. Sources are tried in the order of the manifest.
 */
public final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final Http http;

    /** What came of fetching a file. */
    public enum Arrival {
        FETCHED,
        /** It was there already, and is right. */
        PRESENT,
        /** No source is known: it is found only in a folder of the user's own. */
        NOT_OFFERED
    }

    /** Fetches into a folder. */
    public Download(DataFolder folder) {
        this(folder, PATIENCE);
    }

    /** @param patience how long a server may say nothing */
    Download(DataFolder folder, Duration patience) {
        this.folder = folder;
        this.http = new Http(patience);
    }

    /**
     * Fetches a file, unless it is there.
     *
     * @param set the set of the file
     * @param replace whether a file that differs from the manifest is replaced
     * @throws DownloadFailed if the terms of the set are not accepted, another process is fetching, no source gives the
     *     file, the disk does not take it, or the thread is interrupted
     */
    public Arrival fetch(DataSet set, DataFile file, boolean replace, Progress progress) throws DownloadFailed {
        if (isPresent(file, replace)) {
            return Arrival.PRESENT;
        } else if (!file.isOffered()) {
            return Arrival.NOT_OFFERED;
        }
        requireConsent(set);
        try (FileChannel channel = lockFile();
                @Nullable FileLock lock = lock(channel)) {
            if (lock == null) {
                throw new DownloadFailed("Another gradus is fetching into " + folder.path()
                        + ". Wait until it is done, then try again.");
            }
            if (isPresent(file, replace)) {
                return Arrival.PRESENT; // another process was just done
            }
            fetchFrom(set, file, replace, progress);
            return Arrival.FETCHED;
        } catch (DownloadFailed e) {
            throw e;
        } catch (IOException e) {
            throw new DownloadFailed(DiskTrouble.cannotWrite(folder.path(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DownloadFailed(
                    "Fetching " + file.path() + " was interrupted. The same command goes on from there.", e);
        }
    }

    private boolean isPresent(DataFile file, boolean replace) throws DownloadFailed {
        Presence presence;
        try {
            presence = folder.verify(file);
        } catch (IOException e) {
            throw new DownloadFailed(folder.place(file) + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (presence == Presence.DIFFERENT && !replace) {
            throw new DownloadFailed(folder.place(file) + " differs from the published file. 'gradus data fetch "
                    + file.set() + " --replace' replaces it.");
        }
        return presence == Presence.PRESENT;
    }

    private void requireConsent(DataSet set) throws DownloadFailed {
        boolean covered;
        try {
            covered = new Consents(folder).covers(set);
        } catch (IOException e) {
            throw new DownloadFailed(String.valueOf(e.getMessage()), e);
        }
        if (!covered) {
            throw new DownloadFailed("The terms of " + set.name() + " must be accepted first: " + set.licence()
                    + ". 'gradus data accept " + set.name() + "' does that.");
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(folder.path());
        return FileChannel.open(folder.path().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void fetchFrom(DataSet set, DataFile file, boolean replace, Progress progress)
            throws DownloadFailed, InterruptedException {
        Part part = new Part(file, folder);
        part.requireRoom();
        List<String> reasons = new ArrayList<>();
        for (Source source : file.sources()) {
            try {
                if (source instanceof Source.Address address) {
                    http.complete(part, address.uri(), progress);
                } else if (source instanceof Source.Member member) {
                    extract(set, member, part, replace, progress);
                }
                part.finish();
                return;
            } catch (DownloadFailed e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                reasons.add(source + ": " + e.getMessage() + ".");
            }
        }
        throw new DownloadFailed(file.path() + " could not be fetched. " + String.join(" ", reasons)
                + (part.length() > 0 ? " What has arrived is kept: the same command goes on from there." : ""));
    }

    private void extract(DataSet set, Source.Member member, Part part, boolean replace, Progress progress)
            throws IOException, InterruptedException {
        DataFile archive = set.file(member.archive()).orElseThrow();
        if (!isPresent(archive, replace)) {
            fetchFrom(set, archive, replace, progress);
        }
        part.clear();
        try (Archive opened = Archive.open(folder.place(archive));
                InputStream in = opened.open(member.name(), part.file().maxBytes());
                OutputStream out = part.append()) {
            in.transferTo(out);
        }
        if (!part.isRight()) {
            part.clear();
            throw new Refused("is another file: its size or SHA-256 is not the published one");
        }
    }
}
