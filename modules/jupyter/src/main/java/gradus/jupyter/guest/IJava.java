package gradus.jupyter.guest;

import gradus.jupyter.show.Display;
import gradus.jupyter.show.Displays;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lab in IJava, whose start-up script calls {@link #install}. */
public final class IJava {
    private IJava() {}

    /** Opens the lab in the kernel that runs the cell. */
    public static void install(BaseKernel kernel) {
        kernel.getRenderer()
                .createRegistration(Object.class)
                .register((value, context) ->
                        Displays.of(value).ifPresent(display -> put(display, context.getOutputContainer())));
        Guest.open(new Kernel() {
            @Override
            public @Nullable Object evaluate(String expression) throws ReflectiveOperationException {
                return kernel.getClass().getMethod("evalRaw", String.class).invoke(kernel, expression);
            }

            @Override
            public void show(Display display) {
                DisplayData data = new DisplayData();
                put(display, data);
                kernel.display(data);
            }

            @Override
            public void addToClassPath(Path entry) throws ReflectiveOperationException {
                kernel.getClass().getMethod("addToClasspath", String.class).invoke(kernel, entry.toString());
            }
        });
    }

    private static void put(Display display, DisplayData data) {
        display.rich().forEach(data::putData);
        data.putText(display.plain());
    }
}
