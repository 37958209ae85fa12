package arraysandtables.xchartplots;

import java.util.List;

/**
 * What a heat map of XChart holds.
 *
 * @param x names of the columns, from left to right
 * @param y names of the rows, from bottom to top
 * @param cells (nCells, 3) column, row and value of each
 * @param min value of the first colour
 * @param max value of the last colour
 */
public record HeatMap(String title, List<String> x, List<String> y, double[][] cells, double min, double max) {}
