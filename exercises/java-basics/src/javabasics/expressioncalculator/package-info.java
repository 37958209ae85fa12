/** A calculator that reads formulas. */
@NullMarked
package javabasics.expressioncalculator;

import org.jspecify.annotations.NullMarked;
