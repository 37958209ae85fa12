package gradus.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What a server serves, behind its guard. */
interface Site extends AutoCloseable {
    /** The command that opens it, for words about how to get in. */
    String command();

    /** Path of the page that who comes in sees. */
    String first();

    /** Says what is answered. */
    void route(RoutesConfig routes);

    /** Says why not. */
    void refuse(Context request, int status, String words);

    @Override
    void close();
}
