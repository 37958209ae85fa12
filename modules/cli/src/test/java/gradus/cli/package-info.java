@NullMarked
package gradus.cli;

import org.jspecify.annotations.NullMarked;
