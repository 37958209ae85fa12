package gradus.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts, styles and fonts, all from the class path. */
final class Assets {
    private static final Map<String, String> LIBRARIES =
            Stream.of("codemirror", "mathjax").collect(Collectors.toMap(Function.identity(), Assets::folder));

    private Assets() {}

    /** Where a library is on the class path. */
    private static String folder(String library) {
        Properties pom = new Properties();
        try (InputStream in = Assets.class
                .getClassLoader()
                .getResourceAsStream("META-INF/maven/org.webjars.npm/" + library + "/pom.properties")) {
            pom.load(Objects.requireNonNull(in, library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "META-INF/resources/webjars/" + library + "/" + pom.getProperty("version") + "/";
    }

    /** The lab's own. */
    static void own(Context request) {
        serve(request, "gradus/web/assets/", request.pathParam("name"));
    }

    /** A library's. */
    static void library(Context request) {
        String folder = LIBRARIES.get(request.pathParam("library"));
        if (folder == null) {
            throw new Trouble(404, "trouble.page");
        }
        request.header("Cache-Control", "private, max-age=86400");
        serve(request, folder, request.pathParam("path"));
    }

    private static void serve(Context request, String folder, String path) {
        if (!path.matches("[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*")) {
            throw new Trouble(404, "trouble.page");
        }
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(folder + path)) {
            if (in == null) {
                throw new Trouble(404, "trouble.page");
            }
            request.contentType(type(path)).result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "woff" -> "font/woff";
            default -> "application/octet-stream";
        };
    }
}
