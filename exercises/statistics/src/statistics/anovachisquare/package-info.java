/** Groups and tables: analysis of variance and chi-square. */
@NullMarked
package statistics.anovachisquare;

import org.jspecify.annotations.NullMarked;
