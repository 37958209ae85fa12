/** Rooms on disk, read as a roadmap of chapters, rooms and tracks whose prerequisites are checked. */
@NullMarked
package gradus.catalogue;

import org.jspecify.annotations.NullMarked;
