package gradus.grader.advice;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;

/** Says an error of the compiler in words for a beginner where it is a common one. */
public final class Advice {
    private static final String ERROR = "compiler.err.";

    private Advice() {}

    /** Words for an error in text that could not be parsed. */
    public static String onSyntax(Diagnostic<?> error, String text) {
        String own = inEnglish(error);
        return SyntaxAdvice.on(code(error), new Spot(text, (int) error.getPosition()), own)
                .orElse(own);
    }

    /**
     * Words for an error in text that could be parsed.
     *
     * @param unit tree of the text, analysed
     */
    public static String onMeaning(Diagnostic<?> error, CompilationUnitTree unit, JavacTask task) {
        try {
            return FlowAdvice.limit(code(error))
                    .or(() -> Seen.at(error, unit, task).flatMap(seen -> onMeaning(code(error), seen)))
                    .orElseGet(() -> inEnglish(error));
        } catch (RuntimeException | AssertionError e) {
            // The compiler's trees of broken code may lack what they have otherwise.
            return inEnglish(error);
        }
    }

    private static Optional<String> onMeaning(String code, Seen seen) {
        if (code.startsWith("cant.resolve")) {
            return NameAdvice.unknown(seen);
        }
        return switch (code) {
            case "cant.deref" -> MemberAdvice.ofNumber(seen);
            case "non-static.cant.be.ref" -> NameAdvice.noObject(seen);
            case "already.defined" -> NameAdvice.taken(seen);
            case "cant.apply.symbol" -> CallAdvice.wrongArguments(seen);
            case "prob.found.req" -> TypeAdvice.doesNotFit(seen);
            case "operator.cant.be.applied.1", "incomparable.types" -> TypeAdvice.operator(seen);
            case "array.req.but.found" -> TypeAdvice.noArray(seen);
            case "type.found.req" -> TypeAdvice.primitiveInBrackets(seen);
            default -> FlowAdvice.on(code, seen);
        };
    }

    private static String code(Diagnostic<?> error) {
        String code = String.valueOf(error.getCode());
        return code.startsWith(ERROR) ? code.substring(ERROR.length()) : code;
    }

    /**
     * In English whatever the language of this machine: asked for English, the JDK would fall back to that language.
     */
    private static String inEnglish(Diagnostic<?> error) {
        return error.getMessage(Locale.ROOT);
    }
}
