package gradus.catalogue;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads YAML as a tree of nodes whose leaves are text. No object is made of it, so a file can name no class. */
public final class Yaml {
    private static final int MAX_DEPTH = 8;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(TextFile.MAX_BYTES)
            .setSchema(new FailsafeSchema())
            .build();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param file where the text is from, for messages
     * @throws CatalogueException if the text is not YAML, is empty, has aliases, or is nested more than 8 deep
     */
    public static Value parse(Path file, String text) {
        Parser parser = new Guard(file, new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
        try {
            return new Composer(SETTINGS, parser)
                    .getSingleNode()
                    .map(root -> new Value(file, "the file", root))
                    .orElseThrow(() -> new CatalogueException(file, "this file has no content"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CatalogueException(file, line, "this is not YAML: " + reason(e));
        } catch (YamlEngineException e) {
            throw new CatalogueException(file, "this is not YAML: " + e.getMessage(), e);
        }
    }

    private static String reason(MarkedYamlEngineException e) {
        return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
    }

    /** Stops at what could make a small file costly, before nodes are made of it. */
    private static final class Guard implements Parser {
        private final Path file;
        private final Parser parser;
        private int depth;

        Guard(Path file, Parser parser) {
            this.file = file;
            this.parser = parser;
        }

        @Override
        public Event next() {
            Event event = parser.next();
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> throw refused(event, "aliases (*name) are not allowed here; write the value out");
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw refused(event, "lists and mappings must be nested at most " + MAX_DEPTH + " deep");
            }
            return event;
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return parser.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        private CatalogueException refused(Event event, String problem) {
            int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            return new CatalogueException(file, line, problem);
        }
    }
}
