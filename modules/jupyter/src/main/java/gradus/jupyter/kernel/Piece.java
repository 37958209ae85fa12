package gradus.jupyter.kernel;

/**
 * One declaration or statement of a cell.
 *
 * @param text what JShell runs; it may end in a semicolon that the cell lacks
 * @param start where it begins in the cell
 * @param length how many characters of the cell it takes
 * @param isWhole whether its end was found
 */
record Piece(String text, int start, int length, boolean isWhole) {}
