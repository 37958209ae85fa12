package gradus.cli;

import java.util.Optional;

/** Pages that a module makes for the browser of whoever called its command. Looking at them changes nothing. */
public interface Pages {
    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param type of the text, such as {@code text/html}
     */
    record Page(int status, String type, String text) {}

    /** The command that opens them, for words about how to get in. */
    String command();

    /** Path of the page to begin with, such as {@code /}. */
    String first();

    /**
     * The path that another one is short for, which browsers are led to; by default itself.
     *
     * @param path decoded, without a slash at its end
     */
    default String inFull(String path) {
        return path;
    }

    /**
     * What is at a path, as it is now.
     *
     * @param path decoded; it may say anything
     * @param nonce what styles in the page are marked with, without which the browser refuses them
     * @return nothing where there is no such page
     */
    Optional<Page> at(String path, String nonce);

    /**
     * A page in HTML that says why another one is not shown.
     *
     * @param isLetIn whether who reads it may see other pages
     */
    String refusal(String words, boolean isLetIn, String nonce);
}
