/** What docs/performance.md claims, measured: {@code gradus dev bench} runs it. */
@NullMarked
package gradus.benchmarks;

import org.jspecify.annotations.NullMarked;
