package gradus.datasets;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says what is wrong with a disk. */
final class DiskTrouble {
    private DiskTrouble() {}

    static String cannotWrite(Path path, IOException e) {
        return path + " cannot be written: " + reason(e)
                + ". Make room there, or let GRADUS_DATA name a folder that you may write.";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        } else if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is no folder";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
