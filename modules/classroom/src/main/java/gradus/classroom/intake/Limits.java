package gradus.classroom.intake;

/** What a person may hand in. */
final class Limits {
    static final int FILES = 200;
    static final int BYTES = 4 << 20;
    /** Of an archive as it is on disk. */
    static final long ARCHIVE_BYTES = 32L << 20;
    /** Of an export that holds the work of a class. */
    static final long EXPORT_BYTES = 2L << 30;

    static final int EXPORT_FILES = 100_000;

    private Limits() {}

    static String tooMany(int files) {
        return files + " files, but a person may hand in " + FILES;
    }

    static String tooLarge() {
        return "more than " + (BYTES >> 20) + " MiB, which no file that a person wrote for a room comes near";
    }
}
