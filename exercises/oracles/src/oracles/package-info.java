/** References held against independent libraries. */
@NullMarked
package oracles;

import org.jspecify.annotations.NullMarked;
