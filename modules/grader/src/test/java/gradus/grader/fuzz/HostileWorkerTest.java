package gradus.grader.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.FixtureLab;
import gradus.grader.room.RoomClasses;
import gradus.grader.standin.CheckLoader;
import gradus.grader.standin.JudgePeer;
import gradus.grader.standin.Witness;
import gradus.worker.ChangedArgument;
import gradus.worker.LearnerLoader;
import gradus.worker.LearnerPeer;
import gradus.worker.Member;
import gradus.worker.MissingMember;
import gradus.worker.WireException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a worker answers or asks, the judge's end of the wire reads it, or says that it cannot be read. */
class HostileWorkerTest {
    private static final String VAULT = "fixtures.vault.Vault";
    private static final List<Call> CALLS = List.of(
            new Call("mix", "([DI)[D", new double[] {1, 2, 3}, 1),
            new Call("fill", "(Ljava/lang/String;Ljava/util/List;)Lfixtures/vault/Vault;", "north", List.of(1.0, 2.0)),
            new Call("count", "(Ljava/util/List;)Ljava/util/Map;", List.of("a", "b", "a")),
            new Call(
                    "search",
                    "(Ljava/util/function/DoubleUnaryOperator;DD)D",
                    (DoubleUnaryOperator) x -> x - 1,
                    0.9999999,
                    1.0000001),
            new Call("settle", "([D[DD)V", new double[] {1, 2}, new double[] {3, 4}, 0.5));

    @TempDir
    static Path folder;

    private record Call(String name, String descriptor, Object... arguments) {
        Member member() {
            return new Member(VAULT, name, descriptor);
        }

        long changed() {
            return name.equals("settle") ? 1 : 0;
        }
    }

    /** What the judge's end says of exceptions. */
    private static final class Ear implements Witness {
        private @Nullable Throwable last;

        @Override
        public void arrived(Throwable thrown) {
            last = thrown;
        }

        @Override
        public void saw(@Nullable Object value) {}

        @Override
        public Throwable broken(WireException problem) {
            return problem;
        }
    }

    /** Frames of a conversation in which nothing is wrong. */
    private static final class Recorded {
        private final List<byte[]> answers = new ArrayList<>();
        private final List<byte[]> requests = new ArrayList<>();

        static Recorded of(RoomClasses classes) throws Throwable {
            Recorded recorded = new Recorded();
            CheckLoader checks = loader(classes);
            LearnerLoader loader = new LearnerLoader(classes.fullReference(), classes.libraryLoader());
            LearnerPeer[] learner = new LearnerPeer[1];
            JudgePeer judge = new JudgePeer(
                    checks,
                    (request, server) -> {
                        byte[] answer = learner[0].serve(request);
                        recorded.answers.add(answer);
                        return answer;
                    },
                    Witness.NONE);
            learner[0] = new LearnerPeer(loader, (request, server) -> {
                recorded.requests.add(request);
                return judge.serve(request);
            });
            for (Call call : CALLS) {
                judge.call(call.member(), call.changed(), null, call.arguments());
            }
            Object key = judge.constructRecord(
                            new Member(VAULT + "$Key", Member.CONSTRUCTOR, "([ID)V"),
                            0,
                            new Object[] {new int[] {1}, 1.0})[0];
            Class<?> type = checks.loadClass(VAULT + "$Key");
            Object made = type.getConstructor(gradus.worker.Peer.class, Object[].class)
                    .newInstance(judge, new Object[] {key, 1.0});
            judge.construct(
                    new Member(VAULT + "$Lock", Member.CONSTRUCTOR, "(Lfixtures/vault/Vault$Key;)V"),
                    0,
                    new Object[] {made});
            judge.construct(
                    new Member(VAULT + "$Jammed", Member.CONSTRUCTOR, "(Ljava/lang/String;)V"), 0, new Object[] {"stuck"
                    });
            for (Object[] wrong : new Object[][] {{null, 1}, {new double[1], 0, 1}}) {
                try {
                    judge.call(CALLS.get(0).member(), 0, null, wrong);
                } catch (RuntimeException e) {
                    // Its frame is what is wanted.
                }
            }
            return recorded;
        }
    }

    private static CheckLoader loader(RoomClasses classes) {
        return new CheckLoader(classes.surface(), classes.judge(), HostileWorkerTest.class.getClassLoader());
    }

    @Test
    @Timeout(300)
    void aFewMutatedFramesAreReadOrRefused() throws Throwable {
        face(20_000);
    }

    @Test
    @Tag("system")
    @Timeout(300)
    void aMillionMutatedFramesAreReadOrRefused() throws Throwable {
        face(1_000_000);
    }

    private static void face(int n) throws Throwable {
        FixtureLab lab = FixtureLab.copyTo(folder.resolve("lab" + n));
        RoomClasses classes = RoomClasses.of(lab.checkout(), lab.room("vault"));
        Recorded recorded = Recorded.of(classes);
        Mutations mutations = Mutations.printed("frames");
        CheckLoader checks = loader(classes);
        int nRead = 0;
        for (int i = 0; i < n; i += 1000) {
            nRead += face(checks, recorded, mutations, 1000);
        }
        assertTrue(nRead > n / 20 && nRead < n - n / 20, nRead + " of " + n + " could be read");
    }

    /**
     * One check's worth of calls, answered by mutated frames, with mutated requests in between.
     *
     * @return how many answers could be read
     */
    private static int face(CheckLoader checks, Recorded recorded, Mutations mutations, int n) throws Throwable {
        Ear ear = new Ear();
        JudgePeer judge = new JudgePeer(
                checks,
                (request, server) -> {
                    if (mutations.below(3) == 0) {
                        assertTrue(isReply(server.apply(mutations.frame(recorded.requests))));
                    }
                    byte[] answer = mutations.frame(recorded.answers);
                    if (!isReply(answer)) {
                        throw new WireException("an unknown frame");
                    }
                    return answer;
                },
                ear);
        int nRead = 0;
        for (int i = 0; i < n; i++) {
            Call call = mutations.oneOf(CALLS);
            Object[] arguments = call.arguments().clone();
            try {
                switch (mutations.below(4)) {
                    case 0 -> judge.construct(new Member(VAULT + "$Lock", Member.CONSTRUCTOR, "()V"), 0, new Object[0]);
                    case 1 ->
                        judge.constructRecord(new Member(VAULT + "$Key", Member.CONSTRUCTOR, "()V"), 0, new Object[0]);
                    default -> judge.call(call.member(), call.changed(), null, arguments);
                }
                nRead++;
            } catch (IOException | MissingMember | ChangedArgument e) {
                // In the judge's own words.
            } catch (Throwable e) {
                if (e != ear.last) {
                    throw new AssertionError("no exception of the wire's own, after " + i + " calls", e);
                }
            }
        }
        return nRead;
    }

    private static boolean isReply(byte[] frame) {
        return frame[0] == 16 || frame[0] == 17;
    }
}
