package arraysandtables.minigit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What git keeps, as bytes, and the names that follow from them.
 *
 * <p>Source: S. Chacon and B. Straub, <i>Pro Git</i>, 2nd ed., Apress 2014, §10.2.
 */
public final class Objects {
    /** How git says in a tree what an entry is. */
    private static final String FILE = "100644";

    private static final String FOLDER = "40000";

    private Objects() {}

    /** The bytes of a text, in UTF-8. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /**
     * The name of an object: SHA-1 of its type, a space, the number of its bytes in decimal digits, a byte 0, and its
     * bytes.
     *
     * @param type blob, tree or commit
     * @return 40 hexadecimal digits
     */
    public static String id(String type, byte[] content) {
        // begin solution: put header and content together; HexFormat.of().formatHex writes bytes as digits
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(bytes(type + " " + content.length + "\0"));
        object.writeBytes(content);
        return HexFormat.of().formatHex(sha1(object.toByteArray()));
        // end solution
    }

    /** The name of a file's content. */
    public static String blobId(byte[] content) {
        return id("blob", content);
    }

    /**
     * The bytes of a folder: for each entry {@code 100644} for a file or {@code 40000} for a folder, a space, the name,
     * a byte 0, and the 20 bytes of the id. Entries are ordered by the bytes of their names, where the name of a folder
     * counts as if it ended with {@code /}.
     *
     * @param entries in any order
     */
    public static byte[] tree(List<Entry> entries) {
        // begin solution: sort a copy by bytes(…) with Arrays::compareUnsigned, then write entry after entry
        List<Entry> sorted = entries.stream()
                .sorted(Comparator.comparing(
                        entry -> bytes(entry.isFolder() ? entry.name() + "/" : entry.name()), Arrays::compareUnsigned))
                .toList();
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (Entry entry : sorted) {
            tree.writeBytes(bytes((entry.isFolder() ? FOLDER : FILE) + " " + entry.name() + "\0"));
            tree.writeBytes(HexFormat.of().parseHex(entry.id()));
        }
        return tree.toByteArray();
        // end solution
    }

    /**
     * The bytes of a commit: a line {@code tree ID}, a line {@code parent ID} for each parent, a line {@code author
     * NAME <EMAIL> SECONDS ZONE}, the same once more as {@code committer}, an empty line, and the message.
     */
    public static byte[] commit(Commit commit) {
        // begin solution: write line after line, each with its line break
        StringBuilder text = new StringBuilder("tree " + commit.tree() + "\n");
        for (String parent : commit.parents()) {
            text.append("parent ").append(parent).append('\n');
        }
        Author author = commit.author();
        String who = author.name() + " <" + author.email() + "> " + author.seconds() + " " + author.zone();
        text.append("author ").append(who).append('\n');
        text.append("committer ").append(who).append('\n');
        return bytes(text.append('\n').append(commit.message()).toString());
        // end solution
    }
}
