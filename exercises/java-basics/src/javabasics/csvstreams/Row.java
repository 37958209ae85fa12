package javabasics.csvstreams;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line number of the line on which it begins, counted from 1 as an editor does
 * @param fields (nFields) its values as text, without the quotes around them
 */
public record Row(int line, List<String> fields) {}
