import de.jplag.GreedyStringTiling;
import de.jplag.JPlagComparison;
import de.jplag.Match;
import de.jplag.ParsingException;
import de.jplag.Submission;
import de.jplag.Token;
import de.jplag.java.Language;
import de.jplag.options.JPlagOptions;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * The program that compares: it runs with JPlag, whose licence is the GPL 3.0, in a process of its own, and is no part
 * of the lab's class path. Java starts it from this text.
 *
 * <p>It is given a folder with a folder for each submission, named by its number from 0 on, the last of which is the
 * reference; one named "base" with what everybody was given; and the smallest similarity of pairs to tell of, in
 * percent. The files of each folder are 0.java, 1.java and so on.
 *
 * <p>It prints lines of JSON that hold numbers and nothing that stands in a submission.
 */
final class CompareWithJplag {
    /** Longer than anybody writes for a room; the time of comparing grows with the square. */
    private static final int TIMES_THE_REFERENCE = 8;

    private static final int TOKENS_MORE = 1000;

    /** Who wrote less than this part of the reference has next to nothing that could be alike. */
    private static final int LITTLE = 3;

    private static final long SECONDS_TO_PARSE = 20;
    private static final long STACK = 64L << 20;
    private static final int PERCENT = 100;

    private final Language language = new Language();
    private final File folder;
    private final int reference;
    private final double least;
    private final PrintStream out;
    private final GreedyStringTiling tiling;
    private final AtomicLongArray histogram = new AtomicLongArray(PERCENT + 1);

    private CompareWithJplag(File folder, int number, double least, PrintStream out) {
        this.folder = folder;
        this.reference = number - 1;
        this.least = least;
        this.out = out;
        this.tiling = new GreedyStringTiling(new JPlagOptions(language, Set.of(folder), Set.of()));
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        new CompareWithJplag(
                        new File(arguments[0]), Integer.parseInt(arguments[1]), Double.parseDouble(arguments[2]), out)
                .run();
        out.flush();
        // What could not be parsed in its time may still be busy.
        Runtime.getRuntime().halt(0);
    }

    private void run() throws Exception {
        Submission base = parsed("base", Integer.MAX_VALUE).orElseThrow();
        Submission original =
                parsed(Integer.toString(reference), Integer.MAX_VALUE).orElseThrow();
        int most = TIMES_THE_REFERENCE * original.getNumberOfTokens() + TOKENS_MORE;
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < reference; i++) {
            parsed(Integer.toString(i), most).ifPresent(submissions::add);
        }
        submissions.add(original);
        submissions.forEach(
                submission -> submission.setBaseCodeComparison(tiling.generateBaseCodeMarking(submission, base)));
        int little = own(original) / LITTLE;
        submissions.stream()
                .filter(submission -> own(submission) < little)
                .forEach(submission -> left(submission.getName(), "little"));
        submissions.removeIf(submission -> own(submission) < little);
        submissions.forEach(submission ->
                out.println("{\"submission\":" + submission.getName() + ",\"tokens\":" + own(submission) + "}"));
        int n = submissions.size();
        IntStream.range(0, n * n)
                .parallel()
                .filter(both -> both / n < both % n)
                .forEach(both -> compare(submissions.get(both / n), submissions.get(both % n)));
        String counts = IntStream.rangeClosed(0, PERCENT)
                .mapToObj(percent -> Long.toString(histogram.get(percent)))
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        out.println("{\"histogram\":[" + counts + "]}");
        out.println("{\"done\":true}");
    }

    /** Tokens that are not those of the starter, nor the ends of files. */
    private static int own(Submission submission) {
        return submission.getNumberOfTokens()
                - submission.getFiles().size()
                - submission.getBaseCodeComparison().getNumberOfMatchedTokens();
    }

    private Optional<Submission> parsed(String name, int most) throws InterruptedException {
        File place = new File(folder, name);
        TreeSet<File> files = new TreeSet<>(Arrays.asList(place.listFiles()));
        // A parser that is still busy after its time writes on into its own list alone.
        FutureTask<List<Token>> parsing = new FutureTask<>(() -> new Language().parse(files));
        Thread thread = new Thread(null, parsing, "parser of " + name, STACK);
        thread.setDaemon(true);
        thread.start();
        String why;
        try {
            List<Token> tokens = parsing.get(SECONDS_TO_PARSE, TimeUnit.SECONDS);
            if (tokens.size() <= most) {
                Submission submission = new Submission(name, place, false, files, language);
                submission.setTokenList(tokens);
                return Optional.of(submission);
            }
            why = "long";
        } catch (java.util.concurrent.ExecutionException e) {
            why = e.getCause() instanceof ParsingException ? "syntax" : "heavy";
        } catch (TimeoutException e) {
            why = "heavy";
        }
        left(name, why);
        return Optional.empty();
    }

    private void left(String name, String why) {
        out.println("{\"left\":" + name + ",\"why\":\"" + why + "\"}");
    }

    private void compare(Submission first, Submission second) {
        JPlagComparison comparison = tiling.compare(first, second);
        double share = comparison.similarity();
        double similarity = Double.isNaN(share) ? 0 : PERCENT * Math.max(0, Math.min(1, share));
        boolean isReference = second.getName().equals(Integer.toString(reference));
        if (!isReference) {
            histogram.incrementAndGet((int) similarity);
        }
        if (similarity >= least || isReference) {
            StringBuilder line = new StringBuilder("{\"pair\":["
                    + comparison.firstSubmission().getName() + ","
                    + comparison.secondSubmission().getName() + "],\"similarity\":" + similarity + ",\"matches\":[");
            for (Match match : similarity >= least ? comparison.matches() : List.<Match>of()) {
                line.append(line.charAt(line.length() - 1) == '[' ? "[" : ",[");
                place(line, comparison.firstSubmission(), match.startOfFirst(), match.length());
                line.append(',');
                place(line, comparison.secondSubmission(), match.startOfSecond(), match.length());
                line.append(']');
            }
            out.println(line.append("]}"));
        }
    }

    /** Number of the file, first and last line. */
    private static void place(StringBuilder line, Submission submission, int start, int length) {
        List<Token> tokens = submission.getTokenList().subList(start, start + length);
        String file = tokens.get(0).getFile().getName();
        line.append(file, 0, file.indexOf('.'))
                .append(',')
                .append(tokens.get(0).getLine())
                .append(',')
                .append(tokens.stream().mapToInt(Token::getLine).max().orElseThrow());
    }
}
