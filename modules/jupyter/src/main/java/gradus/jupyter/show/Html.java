package gradus.jupyter.show;

import java.util.Base64;

/** Pieces of HTML. Colours come from the page, so that they suit light and dark themes. */
final class Html {
    /** A line that is seen on white and on black. */
    static final String LINE = "1px solid rgba(128,128,128,.4)";

    private static final String PRE =
            "margin:.4em 0;padding:.5em;white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere;border-left:3px solid rgba(128,128,128,.5);"
                    + "background:rgba(128,128,128,.1);color:inherit";

    private Html() {}

    /** Text as it may stand between tags and in attributes. */
    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text whose words in backticks are code. */
    static String words(String plain) {
        return text(plain).replaceAll("`([^`\\n]+)`", "<code>$1</code>");
    }

    static String paragraph(String words) {
        return "<p style=\"margin:.4em 0\">" + words(words) + "</p>";
    }

    static String code(String text) {
        return "<pre style=\"" + PRE + "\">" + text(text) + "</pre>";
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A picture with its description under it. Width and height are those of the layout, in pixels. */
    static String figure(byte[] png, int width, String description) {
        return "<figure style=\"margin:0\"><img alt=\"" + text(description) + "\" style=\"max-width:100%;width:" + width
                + "px;background:#fff\" src=\"data:image/png;base64," + base64(png)
                + "\"><figcaption style=\"max-width:"
                + width + "px;margin-top:.5em\">" + text(description) + "</figcaption></figure>";
    }
}
