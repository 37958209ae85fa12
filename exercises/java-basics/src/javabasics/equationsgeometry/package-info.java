/** Equations, triangles and turns. */
@NullMarked
package javabasics.equationsgeometry;

import org.jspecify.annotations.NullMarked;
