/** Recognising faces in the space of their principal components. */
@NullMarked
package decompositions.eigenfaces;

import org.jspecify.annotations.NullMarked;
