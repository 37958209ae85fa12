package gradus.jupyter.guest;

import gradus.catalogue.Room;
import gradus.grader.room.CellClasses;
import gradus.grader.source.Source;
import gradus.jupyter.Desk;
import gradus.jupyter.Handed;
import gradus.jupyter.Host;
import gradus.jupyter.Lab;
import gradus.jupyter.LabError;
import gradus.jupyter.show.Display;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lab in a kernel that is not its own, and that does not hand out the text of cells. */
final class Guest implements Host {
    private final Kernel kernel;

    private Guest(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Opens the lab in a kernel. The kernelspec names the lab and the workspace. */
    static void open(Kernel kernel) {
        String home = System.getProperty("gradus.home", "");
        if (!home.isEmpty()) {
            String workspace = System.getProperty(
                    "gradus.workspace", Path.of(home, "workspace").toString());
            Lab.open(new Desk(Path.of(home), Path.of(workspace), new Guest(kernel)));
        }
    }

    @Override
    public Handed handed(Room room, List<Source> files) {
        Map<String, String> names = new LinkedHashMap<>();
        ClassLoader loader = Guest.class.getClassLoader();
        for (Source file : files) {
            String simple = file.fileName().replace(".java", "");
            Class<?> type = classOf(simple);
            if (type != null) {
                names.put(type.getName(), file.className());
                loader = type.getClassLoader();
            } else if (names.isEmpty()) {
                throw new LabError("No cell that ran declares " + simple + ", the class of the room " + room.id()
                        + ". Run the cell with your " + simple + " first.");
            }
        }
        ClassLoader cells = loader;
        Map<String, byte[]> classes = CellClasses.of(names, name -> bytes(cells, name));
        if (classes.isEmpty()) {
            throw new LabError("This kernel does not hand out the classes of its cells. The kernel Java (Gradus) does:"
                    + " gradus notebook install.");
        }
        return new Handed.Classes(files.get(0).fileName().replace(".java", ""), classes);
    }

    private @Nullable Class<?> classOf(String simple) {
        try {
            return kernel.evaluate(simple + ".class") instanceof Class<?> type ? type : null;
        } catch (Exception e) {
            return null; // kernels throw what they like where there is no such class
        }
    }

    private static byte @Nullable [] bytes(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void addToClassPath(List<Path> entries) {
        for (Path entry : entries) {
            try {
                kernel.addToClassPath(entry);
            } catch (ReflectiveOperationException e) {
                say("Run this in a cell of its own: %jars " + entry);
            }
        }
    }

    @Override
    public void show(Display display) {
        kernel.show(display);
    }

    @Override
    public void say(String line) {
        System.out.println(line);
    }

    @Override
    public void progress(String line) {
        if (!line.isEmpty()) {
            say(line);
        }
    }
}
