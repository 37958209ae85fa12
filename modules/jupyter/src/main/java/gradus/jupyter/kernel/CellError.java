package gradus.jupyter.kernel;

import java.util.List;

/** What went wrong in a cell, in lines for whoever wrote it. */
final class CellError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> lines;

    CellError(List<String> lines) {
        super(lines.get(0), null, false, false);
        this.lines = List.copyOf(lines);
    }

    CellError(String... lines) {
        this(List.of(lines));
    }

    List<String> lines() {
        return lines;
    }
}
