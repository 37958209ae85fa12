package statistics.huffmancode;

import gradus.kit.Require;
import java.util.Map;

/**
 * From text to bits and back. No codeword is the beginning of another one, so nothing has to stand between them.
 *
 * <p>Source: T. M. Cover and J. A. Thomas, <i>Elements of Information Theory</i>, 2nd ed., Wiley 2006, §5.1.
 */
public final class Codec {
    /** A place in the tree of codewords: 0 leads to one side, 1 to the other. */
    private static final class Node {
        private final Node[] children = new Node[2];
        private char symbol;

        private boolean isLeaf() {
            return children[0] == null && children[1] == null;
        }
    }

    private Codec() {}

    /**
     * The codewords of all characters, one after the other.
     *
     * @param code codewords of 0 and 1, none the beginning of another
     * @throws IllegalArgumentException if a character of the text has no codeword
     */
    public static String encode(String text, Map<Character, String> code) {
        text.chars()
                .distinct()
                .forEach(c -> Require.that(
                        code.containsKey((char) c), "code must have a codeword for '%s', but has none", (char) c));
        // begin solution: append them to a StringBuilder
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            bits.append(code.get(text.charAt(i)));
        }
        return bits.toString();
        // end solution
    }

    /**
     * The text of which {@link #encode} made these bits.
     *
     * @param bits 0 and 1 only
     * @param code codewords of 0 and 1, none the beginning of another
     * @throws IllegalArgumentException if some bits are the beginning of no codeword, the last codeword is not whole,
     *     or there are other characters than 0 and 1
     */
    public static String decode(String bits, Map<Character, String> code) {
        int other =
                bits.chars().filter(bit -> bit != '0' && bit != '1').findFirst().orElse('0');
        Require.that(other == '0', "bits must have 0 and 1 only, but one is '%s'", (char) other);
        Node root = tree(code);
        // begin solution: walk from the root, 0 to one child and 1 to the other; a leaf has a symbol, and the next
        // one begins at the root
        StringBuilder text = new StringBuilder();
        Node node = root;
        for (int i = 0; i < bits.length(); i++) {
            node = node.children[bits.charAt(i) - '0'];
            Require.that(node != null, "bits must be codewords, but those up to %d are not", i);
            if (node.isLeaf()) {
                text.append(node.symbol);
                node = root;
            }
        }
        Require.that(node == root, "bits must end with a whole codeword, but do not");
        return text.toString();
        // end solution
    }

    /** The tree of all codewords, with the symbols in its leaves. */
    private static Node tree(Map<Character, String> code) {
        Node root = new Node();
        for (Map.Entry<Character, String> entry : code.entrySet()) {
            Node node = root;
            for (char bit : entry.getValue().toCharArray()) {
                Require.that(bit == '0' || bit == '1', "codewords must have 0 and 1 only, but one has '%s'", bit);
                if (node.children[bit - '0'] == null) {
                    node.children[bit - '0'] = new Node();
                }
                node = node.children[bit - '0'];
            }
            node.symbol = entry.getKey();
        }
        return root;
    }
}
