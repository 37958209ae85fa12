package gradus.jupyter.guest;

import gradus.jupyter.show.Display;
import gradus.jupyter.show.Displays;
import java.nio.file.Path;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** The lab in JJava, which finds it by itself. */
public final class JJavaExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        kernel.getRenderer()
                .createRegistration(Object.class)
                .register((value, context) ->
                        Displays.of(value).ifPresent(display -> put(display, context.getOutputContainer())));
        Guest.open(new Kernel() {
            @Override
            public @Nullable Object evaluate(String expression) {
                return kernel.evalRaw(expression);
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
