package gradus.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a page sends. Each part may be absent. */
record Request(
        @Nullable String tab,
        @Nullable List<Bench.File> files,
        @Nullable Map<String, String> values,
        boolean full,
        boolean reference) {

    /** @throws Trouble if it is not what a page sends */
    static Request of(Context context) {
        if (!String.valueOf(context.contentType()).startsWith("application/json")) {
            throw new Trouble(415, "trouble.json");
        }
        Request sent = Page.GSON.fromJson(context.body(), Request.class);
        if (sent == null || !sent.changed().stream().allMatch(Request::isWhole)) {
            throw new Trouble(400, "trouble.json");
        }
        return sent;
    }

    private static boolean isWhole(Bench.@Nullable File file) {
        return file != null && file.path() != null && file.text() != null && file.version() != null;
    }

    List<Bench.File> changed() {
        return Objects.requireNonNullElse(files, List.of());
    }

    /** Tells the tabs of a browser apart. */
    String tabName() {
        return Objects.requireNonNullElse(tab, "");
    }

    Map<String, String> chosen() {
        return Objects.requireNonNullElse(values, Map.of());
    }
}
