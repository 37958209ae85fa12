package gradus.jupyter.show;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a notebook shows of a value, in several forms of which it picks one.
 *
 * @param plain text, for terminals and for programs
 * @param rich other forms by media type; pictures in base 64
 */
public record Display(String plain, Map<String, String> rich) {
    public static final String PNG = "image/png";
    private static final String HTML = "text/html";

    public static Display of(String plain) {
        return new Display(plain, Map.of());
    }

    public static Display html(String plain, String html) {
        return new Display(plain, Map.of(HTML, html));
    }

    /** Text in Markdown, whose plain form is given. */
    public static Display markdown(String plain, String markdown) {
        return new Display(plain, Map.of("text/markdown", markdown));
    }

    static Display picture(String plain, byte[] png) {
        return new Display(plain, Map.of(PNG, Html.base64(png)));
    }

    static Display picture(String plain, byte[] png, String html) {
        return new Display(plain, Map.of(PNG, Html.base64(png), HTML, html));
    }

    /** The same with words after it, each a paragraph of HTML. */
    public Display followedBy(Iterable<String> paragraphs) {
        StringBuilder text = new StringBuilder(plain);
        StringBuilder more = new StringBuilder(rich.getOrDefault(HTML, ""));
        for (String paragraph : paragraphs) {
            text.append('\n').append(paragraph.replace("`", ""));
            more.append(Html.paragraph(paragraph));
        }
        Map<String, String> both = new LinkedHashMap<>(rich);
        both.put(HTML, more.toString());
        return new Display(text.toString(), both);
    }
}
