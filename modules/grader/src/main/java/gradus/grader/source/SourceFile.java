package gradus.grader.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source as the compiler wants it. */
final class SourceFile extends SimpleJavaFileObject {
    private final Source source;

    SourceFile(Source source) {
        super(URI.create("memory:///" + source.path().replace(" ", "%20")), Kind.SOURCE);
        this.source = source;
    }

    Source source() {
        return source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
    }
}
