/** Graphs: search, parts, order. */
@NullMarked
package javabasics.graphtraversal;

import org.jspecify.annotations.NullMarked;
