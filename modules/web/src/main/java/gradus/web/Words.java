package gradus.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** All words of the pages, by key. A translation is a file beside {@code words.properties}. */
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "gradus.web.words",
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Words() {}

    /** @param values for {@code {0}}, {@code {1}} and so on */
    static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }

    /** Those whose keys begin so, without the beginning: for scripts, with the places still in them. */
    static Map<String, String> startingWith(String beginning) {
        Map<String, String> words = new TreeMap<>();
        for (String key : BUNDLE.keySet()) {
            if (key.startsWith(beginning)) {
                words.put(
                        key.substring(beginning.length()), BUNDLE.getString(key).replace("''", "'"));
            }
        }
        return words;
    }
}
