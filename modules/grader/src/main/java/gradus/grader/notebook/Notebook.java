package gradus.grader.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A notebook that is being written. Its text depends on its cells alone: no outputs, no times, no versions. */
final class Notebook {
    private final String name;
    private final JsonArray cells = new JsonArray();

    /** @param name begins the ids of its cells */
    Notebook(String name) {
        this.name = name;
    }

    Notebook words(String id, String markdown) {
        cells.add(cell(id, "markdown", markdown));
        return this;
    }

    Notebook code(String id, String java) {
        cells.add(cell(id, "code", java));
        return this;
    }

    /** Keys in the order of the alphabet, as Jupyter writes them. */
    private JsonObject cell(String id, String type, String text) {
        boolean isCode = type.equals("code");
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", type);
        if (isCode) {
            cell.add("execution_count", null);
        }
        cell.addProperty("id", name + "-" + id);
        cell.add("metadata", new JsonObject());
        if (isCode) {
            cell.add("outputs", new JsonArray());
        }
        cell.add("source", lines(text.strip()));
        return cell;
    }

    /** Lines with their ends, as Jupyter keeps them. */
    private static JsonArray lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        JsonArray array = new JsonArray();
        lines.forEach(array::add);
        return array;
    }

    /** The file, as Jupyter itself would write it. */
    String text() {
        JsonObject notebook = new JsonObject();
        notebook.add("cells", cells);
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", object("display_name", "Java (Gradus)", "language", "java", "name", "gradus"));
        metadata.add("language_info", object("name", "java"));
        notebook.add("metadata", metadata);
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        return indented(notebook) + "\n";
    }

    private static JsonObject object(String... keysAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.addProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    private static String indented(JsonElement json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.setSerializeNulls(true);
            writer.setHtmlSafe(false);
            Streams.write(json, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
