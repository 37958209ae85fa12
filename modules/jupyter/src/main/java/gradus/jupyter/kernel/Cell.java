package gradus.jupyter.kernel;

/**
 * A cell that was run.
 *
 * @param number as in {@code In [3]}
 */
record Cell(int number, CellText text) {
    String name() {
        return "In [" + number + "]";
    }
}
