package gradus.jupyter.guest;

import gradus.jupyter.show.Display;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the lab needs of a kernel that is not its own. */
interface Kernel {
    /**
     * The value of an expression, as if it stood in a cell.
     *
     * @throws Exception if it has none
     */
    @Nullable
    Object evaluate(String expression) throws Exception;

    void show(Display display);

    /** @throws ReflectiveOperationException if the kernel has no way to do that */
    void addToClassPath(Path entry) throws ReflectiveOperationException;
}
