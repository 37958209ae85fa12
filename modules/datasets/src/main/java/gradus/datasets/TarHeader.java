package gradus.datasets;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;

/**
 * What a tar archive says about a member, in the block before its data.
 *
 * @param type what follows: {@code 0} a file, {@code 5} a folder, {@code 1} and {@code 2} links, {@code x} and
 *     {@code L} more about the next member, …
 * @param bytes how many bytes of data follow; below 0 if that can't be read
 */
record TarHeader(String name, char type, long bytes) {
    /** Headers stand, and data begin, at multiples of this. */
    static final int BLOCK = 512;

    private static final char SPARSE = 'S';
    private static final int SUM = 148;
    private static final int SUM_LENGTH = 8;

    /**
     * Whether a block is a header: it holds the sum of its own bytes.
     *
     * @param block (512)
     */
    static boolean isOne(byte[] block) {
        long sum = SUM_LENGTH * (long) ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i < SUM || i >= SUM + SUM_LENGTH ? Byte.toUnsignedInt(block[i]) : 0;
        }
        return sum == number(block, SUM, SUM_LENGTH);
    }

    /** @param block (512) a header */
    static TarHeader of(byte[] block) {
        String name = text(block, 0, 100);
        String prefix = text(block, 257, 6).equals("ustar") ? text(block, 345, 155) : "";
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, (char) block[156], number(block, 124, 12));
    }

    /** This header, corrected by what the archive said before it. */
    TarHeader with(Map<String, String> records) {
        String size = records.get("size");
        boolean isSparse = records.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
        return new TarHeader(
                records.getOrDefault("path", name), isSparse ? SPARSE : type, size == null ? bytes : decimal(size));
    }

    boolean isFile() {
        return (type == '0' || type == 0 || type == '7') && !name.endsWith("/");
    }

    boolean isFolder() {
        return type == '5' || (type == '0' || type == 0) && name.endsWith("/");
    }

    boolean isLink() {
        return type == '1' || type == '2';
    }

    /** A number in octal digits; where those do not suffice, in binary with the highest bit set. */
    private static long number(byte[] block, int at, int length) {
        if (block[at] < 0) {
            long value = block[at] & 0x7F;
            for (int i = at + 1; i < at + length; i++) {
                if (value >>> 55 != 0) {
                    return -1;
                }
                value = value << 8 | Byte.toUnsignedLong(block[i]);
            }
            return value;
        }
        String digits = text(block, at, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long decimal(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Text up to the first 0. */
    static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    private static String text(byte[] bytes, int at, int length) {
        int end = at;
        while (end < at + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    /**
     * What the data behind a header of type {@code x} say about the next member: records {@code length key=value}.
     *
     * @throws DataFormatException if they are no such records
     */
    static Map<String, String> records(byte[] data) throws DataFormatException {
        Map<String, String> records = new HashMap<>();
        int at = 0;
        while (at < data.length) {
            String digits = new String(data, at, Math.min(10, data.length - at), StandardCharsets.US_ASCII);
            int nDigits = digits.indexOf(' ');
            long length = nDigits < 0 ? -1 : decimal(digits.substring(0, nDigits));
            if (length <= nDigits + 1 || length > data.length - at) {
                throw new DataFormatException("a header is damaged");
            }
            int start = at + nDigits + 1;
            at += (int) length;
            String[] record = new String(data, start, at - start - 1, StandardCharsets.UTF_8).split("=", 2);
            records.put(record[0], record.length == 2 ? record[1] : "");
        }
        return records;
    }
}
