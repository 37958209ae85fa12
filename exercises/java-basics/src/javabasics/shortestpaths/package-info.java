/** Shortest paths, triangles, diameter. */
@NullMarked
package javabasics.shortestpaths;

import org.jspecify.annotations.NullMarked;
