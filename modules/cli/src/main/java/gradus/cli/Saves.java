package gradus.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Notices when files of a folder are saved: by events where the system has them, and by looking every half second where
 * it has not. Editors write a file piece by piece, or another one that they move into its place; neither shows. A file
 * is empty for a moment when it is written over; if it stays so, that is news at the next look.
 */
final class Saves implements AutoCloseable {
    private static final int LOOK_MILLISECONDS = 500;
    private static final int QUIET_MILLISECONDS = 15;

    private final Path folder;
    private final List<String> names;
    private final Runnable saved;
    private final WatchService service;
    private List<byte[]> known;

    /**
     * Begins to watch.
     *
     * @param names names of files in the folder
     * @param saved is called on a thread of its own, once for each new content
     */
    Saves(Path folder, List<String> names, Runnable saved) {
        this.folder = folder;
        this.names = names;
        this.saved = saved;
        try {
            service = folder.getFileSystem().newWatchService();
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be watched: " + e.getMessage(), e);
        }
        known = contents();
        Thread thread = new Thread(this::watch, "saves");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        List<byte[]> before = known;
        try {
            while (true) {
                WatchKey key = service.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
                }
                List<byte[]> now = contents();
                if (isWhole(now, before) && !isSame(now, known)) {
                    known = now;
                    saved.run();
                }
                before = now;
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The files' bytes, or nothing while one of them is away. */
    private List<byte[]> contents() {
        List<byte[]> contents = new ArrayList<>();
        for (String name : names) {
            try {
                contents.add(Files.readAllBytes(folder.resolve(name)));
            } catch (NoSuchFileException e) {
                return List.of();
            } catch (IOException e) {
                contents.add(new byte[0]);
            }
        }
        return contents;
    }

    /** Whether no file is away, or just became empty. */
    private static boolean isWhole(List<byte[]> now, List<byte[]> before) {
        return !now.isEmpty() && (now.stream().allMatch(content -> content.length > 0) || isSame(now, before));
    }

    private static boolean isSame(List<byte[]> one, List<byte[]> other) {
        boolean isSame = one.size() == other.size();
        for (int i = 0; isSame && i < one.size(); i++) {
            isSame = Arrays.equals(one.get(i), other.get(i));
        }
        return isSame;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
