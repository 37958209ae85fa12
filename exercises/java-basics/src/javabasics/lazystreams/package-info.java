/** Sequences that compute an element when somebody asks for it. */
@NullMarked
package javabasics.lazystreams;

import org.jspecify.annotations.NullMarked;
