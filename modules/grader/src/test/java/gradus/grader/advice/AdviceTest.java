package gradus.grader.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.grader.source.Isolation;
import gradus.grader.source.Problem;
import gradus.grader.source.Salvage;
import gradus.grader.source.Source;
import gradus.kit.Matrix;
import gradus.worker.DoesNotCompile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What beginners read. */
class AdviceTest {
    private static final String AROUND = """
            package room;

            import java.util.List;
            import java.util.Map;

            class Model {
                private double[] mean = {0};

                double mean() {
                    return mean[0];
                }

                void fit(double[] values, int n) {
                }

                static double of(double[] values, List<String> names, String text, Map<String, Integer> counts, Model model) {
                    double sum = 0;
            %s
                }
            }
            """;

    private static List<Path> classPath() {
        return Stream.of(DoesNotCompile.class, Matrix.class)
                .map(AdviceTest::home)
                .toList();
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is said of a method, and with whether its error stayed inside of it. */
    private static Problem problem(String text) {
        Salvage salvage =
                Isolation.compile(List.of(new Source("room/Model.java", text)), classPath(), Map.of(), Set.of());
        return salvage instanceof Salvage.Saved saved
                ? saved.problems().get(0)
                : ((Salvage.Lost) salvage).problems().get(0);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                // Punctuation
                error("sum = 1\nreturn sum;", "A semicolon ; is missing at the end of this statement."),
                error("return sum // done", "A semicolon ; is missing at the end of this statement."),
                error(
                        "for (int i = 0, i < 3; i++) { }\nreturn sum;",
                        "A semicolon ; is missing here, or a word or sign is wrong."),
                error("return Math.sqrt(sum;", "A closing parenthesis ) is missing here: each ( needs one."),
                error(
                        "if (sum > 0 { sum = 1; }\nreturn sum;",
                        "A closing parenthesis ) is missing here: each ( needs one."),
                error("return values[0;", "A closing bracket ] is missing here: each [ needs one."),
                error("if sum > 0) { sum = 1; }\nreturn sum;", "An opening parenthesis ( is missing here."),
                error(
                        "sum;\nreturn sum;",
                        "This alone does nothing: a statement assigns, calls or returns something. Is an = or a"
                                + " word missing, or one too many?"),
                error("return sum + ;", "A value is missing here: a number, a name, a call."),
                error("sum => 3;\nreturn sum;", "Write the = last: >= for greater or equal, <= for less or equal."),
                error(
                        "if (sum => 3) { sum = 1; }\nreturn sum;",
                        "Write the = last: >= for greater or equal, <= for less or equal."),
                error("int x == 3;\nreturn sum;", "== compares. To give a variable a value, write =."),
                error(
                        "sum == 3;\nreturn sum;",
                        "== compares, and nothing comes of it here. To give a variable a value, write =."),
                error("return sum − 1;", "Java does not know − (U+2212). Type - instead."),
                error(
                        "return sum;\u00a0",
                        "An invisible character (U+00A0) stands here. Delete it, and type a blank if there"
                                + " should be one."),
                error("sum = 1; # one\nreturn sum;", "Java does not know #. A comment begins with //."),
                error("String s = \"abc;\nreturn sum;", "This text is not closed: a \" is missing on this line."),
                error(
                        "String s = 'abc';\nreturn sum;",
                        "Single quotes hold exactly one character, like 'a'. Longer text stands in double quotes, like"
                                + " \"ab\"."),
                error(
                        "if (sum > 0); { sum = 1; } else { sum = 2; }\nreturn sum;",
                        "This else belongs to no if. Look for a ; behind the if's condition, or for a } too many or too few"
                                + " before the else."),
                error(
                        "model.fit(double[] values, 2);\nreturn sum;",
                        "This is a type, but a value is needed here. In a call, arguments stand without their types."),
                error(
                        "double[] copy = new double[];\nreturn sum;",
                        "A new array needs a length between [ and ], or its values behind them, as in {1, 2}."),
                error(
                        "return sum;\n}\n\nhalf(double x) {\nreturn x / 2;",
                        "This method has no return type. Write one before its"
                                + " name, or void if it returns nothing."),
                // Names
                error("return summ;", "Java does not know summ here. Did you mean sum?"),
                error("return Sum;", "Java does not know Sum here. Did you mean sum?"),
                error(
                        "for (int i = 0; i < 3; i++) { sum += i; }\nreturn i;",
                        "Java does not know i here. The i of line 18 is known only between the braces around it."),
                error(
                        "total = 1;\nreturn sum;",
                        "Java does not know total here. A variable is declared before it is used, with its type, as in:"
                                + " double total = 0;"),
                error("duoble x = 1;\nreturn sum;", "Java does not know duoble here. Did you mean double?"),
                error("string s = text;\nreturn sum;", "Java does not know string here. Did you mean String?"),
                error(
                        "ArrayList<String> list = null;\nreturn sum;",
                        "Java does not know ArrayList here. Write below the package line: import java.util.ArrayList;"),
                error(
                        "return Arrays.stream(values).sum();",
                        "Java does not know Arrays here. Write below the package line: import java.util.Arrays;"),
                error(
                        "return Matrix.times(null, null);",
                        "Java does not know Matrix here. Write below the package line: import gradus.kit.Matrix;"),
                error("return Maths.sqrt(2);", "Java does not know Maths here. Did you mean Math?"),
                error("return Math.sqroot(2);", "Math has no sqroot(). Did you mean sqrt?"),
                error("return model.maen();", "A Model has no maen(). Did you mean mean?"),
                error(
                        "return sqrt(sum);",
                        "There is no method sqrt here. If it belongs to an object or a class, write that before it, and a"
                                + " dot."),
                error("return off(values);", "There is no method off here. Did you mean of?"),
                error(
                        "return mean();",
                        "mean() belongs to an object, and here is none: a static method is not called on an object. Call it on"
                                + " one, as in object.mean(), or make mean static."),
                error(
                        "return mean[0];",
                        "mean belongs to an object, and here is none: a static method is not called on an object. Hand it over"
                                + " as an argument, or make this method not static."),
                error("return this.mean();", "A static method has no this: it is not called on an object."),
                error(
                        "double sum = 1;\nreturn sum;",
                        "There is a variable sum already. To give it a new value, leave the type away; for another variable,"
                                + " take another name."),
                // Arrays, lists and texts
                error(
                        "return values.size();",
                        "An array has no size(). Its length is values.length, without parentheses."),
                error(
                        "return values.length();",
                        "An array has no length(). Its length is values.length, without parentheses."),
                error(
                        "return values.get(0);",
                        "An array has no get(). Its elements are values[0], values[1] and so on."),
                error(
                        "values.add(1);\nreturn sum;",
                        "An array has no add(). It keeps its length. Use an ArrayList, or make another array that is longer or"
                                + " shorter."),
                error("return names.length;", "A List<String> has no length. Write names.size()."),
                error(
                        "return names[0].length();",
                        "Only arrays have [ ], and this is a List<String>. Write names.get(0)."),
                error(
                        "return counts[text];",
                        "Only arrays have [ ], and this is a Map<String,Integer>. Write counts.get(text)."),
                error("return text.length;", "length is a method. Write text.length(), with parentheses."),
                error("return text.size();", "A String has no size(). Write text.length()."),
                error("return sum.length;", "A double is no object: nothing can follow it behind a dot."),
                error("List<int> list = null;\nreturn sum;", "Angle brackets hold no int. Write List<Integer>."),
                error(
                        "Map<String, double[]> a = null; Map<String, double> b = null;\nreturn sum;",
                        "Angle brackets hold no double. Write Map<String, Double>."),
                // Types
                error(
                        "int x = sum;\nreturn sum;",
                        "A double does not fit into an int without losing something. Make it a double on both sides, or cut it"
                                + " off: (int) sum"),
                error(
                        "int x = sum / 2;\nreturn sum;",
                        "A double does not fit into an int without losing something. Make it a double on both sides, or cut it"
                                + " off: (int) (sum / 2)"),
                error(
                        "float x = 0.5;\nreturn sum;",
                        "A double does not fit into a float without losing something. Write 0.5f."),
                error("return text;", "This is a String, but a double is needed here."),
                error("return values;", "This is a double[], but a double is needed here."),
                error("return null;", "This is null, but a double is needed here."),
                error(
                        "return values[sum];",
                        "A double does not fit into an int without losing something. Make it a double on both"
                                + " sides, or cut it off: (int) sum"),
                error("return;", "This method returns a double: write a value behind return."),
                error(
                        "model.fit(values, sum);\nreturn sum;",
                        "A double does not fit into an int without losing something. Make it"
                                + " a double on both sides, or cut it off: (int) sum"),
                error(
                        "model.fit(values);\nreturn sum;",
                        "fit takes (double[] values, int n), but is given (double[])."),
                error("return model.fit(values, 2);", "This call returns nothing, but a double is needed here."),
                error(
                        "if (sum = 3) { sum = 1; }\nreturn sum;",
                        "= gives a variable a value. To compare, write: sum == 3"),
                error(
                        "while (sum = 3) { sum = 1; }\nreturn sum;",
                        "= gives a variable a value. To compare, write: sum == 3"),
                error("if (sum) { sum = 1; }\nreturn sum;", "This is a double, but a boolean is needed here."),
                error(
                        "if (text < \"b\") { sum = 1; }\nreturn sum;",
                        "Texts are not compared with <. Write: text.compareTo(\"b\") < 0"),
                error(
                        "if (text == 'b') { sum = 1; }\nreturn sum;",
                        "A String is never the same as a char. Two texts are compared with equals, as in:"
                                + " text.equals(\"x\")"),
                error(
                        "return values - sum;",
                        "The sign - works on numbers, not on a double[]. Go through its elements in a loop."),
                error("return !sum > 0 && sum;", "bad operand type double for unary operator '!'"),
                // Ways
                error(
                        "if (sum > 0) { return sum; }",
                        "This method returns a double, but a way through it comes to its end without" + " a return."),
                error(
                        "return sum;\nsum = 1;",
                        "This is never reached: what stands before it always leaves (return, throw, break,"
                                + " continue) or never ends."),
                error(
                        "double x;\nif (sum > 0) { x = 1; }\nreturn x;",
                        "x may have no value yet. Give it one where it is declared, or" + " on every way to here."),
                error("final int x = 1;\nx = 2;\nreturn x;", "x is final: it keeps its first value."),
                error(
                        "sum++;\nRunnable r = () -> System.out.println(sum);\nreturn sum;",
                        "sum gets more than one value, so it cannot"
                                + " be used in a lambda or an inner class. Copy it into a variable of its own before."),
                error(
                        "throw new Exception(\"no\");",
                        "This throws Exception, which Java wants to see handled. Put it into try { … }"
                                + " catch (Exception e) { … }, or write throws Exception behind of(…)."),
                error(
                        "Thread.sleep(1);\nreturn sum;",
                        "This call may throw InterruptedException, which Java wants to see handled. Put"
                                + " it into try { … } catch (InterruptedException e) { … }, or write throws InterruptedException behind"
                                + " of(…)."),
                // Not recognised
                error("break;", "break outside switch or loop"));
    }

    private static Arguments error(String code, String words) {
        return Arguments.of(code, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void aCommonErrorIsSaidInPlainWords(String code, String words) {
        Problem problem = problem(String.format(AROUND, code.indent(8).stripTrailing()));

        assertEquals(words, problem.message());
    }

    @Test
    void aStatementOutsideOfAMethodIsToldSo() {
        Problem problem = problem("package room;\n\nclass Model {\n    int x = 1;\n    x = 2;\n}\n");

        assertEquals("A name is missing here. If this is a statement, it belongs inside a method.", problem.message());
        assertEquals(5, problem.line());
    }

    @Test
    void aMethodOutsideOfTheClassIsToldSo() {
        Problem problem = problem("package room;\n\nclass Model {\n}\n\nint of() {\n    return 1;\n}\n");

        assertEquals(
                "This stands outside of the class. Move it inside, or look for a } too many above it.",
                problem.message());
    }

    @Test
    void aCommentThatIsNotClosedIsToldSo() {
        Problem problem = problem("package room;\n\nclass Model {\n    /* nothing\n}\n");

        assertEquals("This comment is never closed: */ is missing.", problem.message());
    }
}
