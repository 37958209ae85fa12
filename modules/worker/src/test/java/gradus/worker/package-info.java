@NullMarked
package gradus.worker;

import org.jspecify.annotations.NullMarked;
