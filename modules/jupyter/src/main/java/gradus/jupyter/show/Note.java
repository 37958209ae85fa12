package gradus.jupyter.show;

import java.util.List;
import java.util.stream.Collectors;

/** Something the lab says in a notebook. */
public record Note(Display display) implements Showable {
    /** Paragraphs of words, in which backticks enclose code. */
    public static Note words(String... paragraphs) {
        return new Note(Display.html(
                String.join("\n", paragraphs).replace("`", ""),
                List.of(paragraphs).stream().map(Html::paragraph).collect(Collectors.joining())));
    }

    /** Java text, to be read. */
    public static Note code(String text) {
        return new Note(Display.html(text, Html.code(text)));
    }

    /** A table with a caption. */
    public static Note table(String caption, List<String> header, List<List<String>> rows) {
        return new Note(new Grid(caption, header, rows.size(), rows::get).display(rows.size()));
    }

    @Override
    public String toString() {
        return display.plain();
    }
}
