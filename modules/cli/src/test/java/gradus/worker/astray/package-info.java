/** Classes that break the rules of the house, to show that the rules notice. */
@NullMarked
package gradus.worker.astray;

import org.jspecify.annotations.NullMarked;
