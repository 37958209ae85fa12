package gradus.grader.advice;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words for text that is no Java. */
final class SyntaxAdvice {
    private static final Map<Integer, String> TYPED_OTHERWISE = Map.ofEntries(
            Map.entry((int) '\u201c', "\""),
            Map.entry((int) '\u201d', "\""),
            Map.entry((int) '\u201e', "\""),
            Map.entry((int) '\u2018', "'"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u2212', "-"),
            Map.entry((int) '\u2013', "-"),
            Map.entry((int) '\u2014', "-"),
            Map.entry((int) '\u00d7', "*"),
            Map.entry((int) '\u22c5', "*"),
            Map.entry((int) '\u2264', "<="),
            Map.entry((int) '\u2265', ">="),
            Map.entry((int) '\u2260', "!="));

    private SyntaxAdvice() {}

    /** @param own the compiler's words, of which only the tokens in quotes are read */
    static Optional<String> on(String code, Spot spot, String own) {
        return Optional.ofNullable(
                switch (code) {
                    case "expected", "expected2", "expected3" -> expected(spot, own);
                    case "expected4",
                            "class.method.or.field.expected",
                            "implicit.class.should.not.have.package.declaration",
                            "feature.not.supported.in.source.plural" ->
                        "This stands outside of the class. Move it inside, or look for a } too many above it.";
                    case "premature.eof" -> "The file ends in the middle of something. Look at what stands last.";
                    case "illegal.start.of.expr" -> noExpression(spot);
                    case "illegal.start.of.type" ->
                        "A type or a name is missing here. If this is a statement, it belongs inside a method.";
                    case "invalid.meth.decl.ret.type.req" ->
                        "This method has no return type. Write one before its name, or void if it returns nothing.";
                    case "array.dimension.missing" ->
                        "A new array needs a length between [ and ], or its values behind them, as in {1, 2}.";
                    case "dot.class.expected" ->
                        "This is a type, but a value is needed here. In a call, arguments stand without their types.";
                    case "not.stmt" ->
                        spot.is("==")
                                ? "== compares, and nothing comes of it here. To give a variable a value, write =."
                                : "This alone does nothing: a statement assigns, calls or returns something. Is an = or a"
                                        + " word missing, or one too many?";
                    case "illegal.char" -> strange(spot.character());
                    case "unclosed.str.lit" -> "This text is not closed: a \" is missing on this line.";
                    case "unclosed.text.block" -> "This text is not closed: \"\"\" is missing below it.";
                    case "unclosed.char.lit", "empty.char.lit" ->
                        "Single quotes hold exactly one character, like 'a'. Longer text stands in double quotes, like"
                                + " \"ab\".";
                    case "unclosed.comment" -> "This comment is never closed: */ is missing.";
                    case "else.without.if" ->
                        "This else belongs to no if. Look for a ; behind the if's condition, or for a } too many or"
                                + " too few before the else.";
                    case "int.number.too.large" ->
                        "This number is too large for an int. Write an L behind it to make it a long, or .0 to make it a"
                                + " double.";
                    default -> null;
                });
    }

    private static @Nullable String expected(Spot spot, String own) {
        if (own.contains("';'")) {
            if (spot.is("==")) {
                return "== compares. To give a variable a value, write =.";
            }
            return spot.endsLine()
                    ? "A semicolon ; is missing at the end of this statement."
                    : "A semicolon ; is missing here, or a word or sign is wrong.";
        } else if (own.contains("')'")) {
            return "A closing parenthesis ) is missing here: each ( needs one.";
        } else if (own.contains("']'")) {
            return "A closing bracket ] is missing here: each [ needs one.";
        } else if (own.contains("'}'")) {
            return "A closing brace } is missing here: each { needs one.";
        } else if (own.contains("'('")) {
            return "An opening parenthesis ( is missing here.";
        } else if (own.contains("'{'")) {
            return "An opening brace { is missing here.";
        } else if (own.contains("<identifier>")) {
            return "A name is missing here. If this is a statement, it belongs inside a method.";
        }
        return null;
    }

    private static String noExpression(Spot spot) {
        if (spot.is("public", "private", "protected", "static")) {
            return "A method cannot begin inside of another. Look for a missing } above.";
        } else if (spot.follows('=') && spot.is(">", "<")) {
            return "Write the = last: >= for greater or equal, <= for less or equal.";
        }
        return "A value is missing here: a number, a name, a call.";
    }

    private static String strange(int character) {
        if (character == '#') {
            return "Java does not know #. A comment begins with //.";
        }
        String instead = TYPED_OTHERWISE.get(character);
        String code = String.format("U+%04X", character);
        if (instead != null) {
            return "Java does not know " + Character.toString(character) + " (" + code + "). Type " + instead
                    + " instead.";
        }
        boolean visible = Character.isLetterOrDigit(character)
                || character > ' ' && character < 127
                || Character.getType(character) == Character.MATH_SYMBOL;
        return visible
                ? "Java does not know " + Character.toString(character) + " (" + code + ") here. Delete it."
                : "An invisible character (" + code
                        + ") stands here. Delete it, and type a blank if there should be one.";
    }
}
