/** Huffman's code. */
@NullMarked
package statistics.huffmancode;

import org.jspecify.annotations.NullMarked;
