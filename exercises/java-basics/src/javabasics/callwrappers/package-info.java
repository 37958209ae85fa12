/** What can be put around a call: a clock, a second attempt, a file that is gone afterwards. */
@NullMarked
package javabasics.callwrappers;

import org.jspecify.annotations.NullMarked;
