@NullMarked
package gradus.benchmarks;

import org.jspecify.annotations.NullMarked;
