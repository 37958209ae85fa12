/** Programs that scripts beside this module run against peers. */
@NullMarked
package gradus.benchmarks;

import org.jspecify.annotations.NullMarked;
