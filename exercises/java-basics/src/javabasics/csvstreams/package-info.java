/** Tables of text: rows, files, and what to do when they are broken. */
@NullMarked
package javabasics.csvstreams;

import org.jspecify.annotations.NullMarked;
