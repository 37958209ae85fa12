package gradus.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.cli.daemon.Address;
import gradus.cli.daemon.Call;
import gradus.cli.daemon.Condition;
import gradus.cli.daemon.Daemon;
import gradus.cli.daemon.Server;
import gradus.cli.daemon.Service;
import gradus.grader.TimeLimit;
import gradus.grader.worker.Spare;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The judge in the background. */
@Command(name = "daemon", description = "The judge in the background that makes commands fast.")
final class DaemonCommand implements Runnable {
    private static final double DEFAULT_MINUTES = 30;

    private final Session session;

    DaemonCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new Usage("'" + session.call("daemon status") + "' says how it is, '" + session.call("daemon stop")
                + "' ends it.");
    }

    @Command(name = "status", description = "Says whether one runs for this lab, and how it is.")
    int status(@Option(names = "--json", description = "Writes JSON.") boolean json) {
        List<Condition> conditions = running().map(Daemon::condition).toList();
        if (json) {
            JsonArray array = new JsonArray();
            conditions.forEach(condition -> array.add(new Gson().toJsonTree(condition)));
            JsonObject root = new JsonObject();
            root.add("daemons", array);
            session.json(root);
        } else if (conditions.isEmpty()) {
            session.tell("No judge runs in the background for this lab. The next '" + session.call("check")
                    + "' starts one, unless GRADUS_DAEMON=no or CI is set.");
        }
        for (Condition condition : json ? List.<Condition>of() : conditions) {
            session.tell("A judge runs in the background: process " + condition.process() + ", for "
                    + count(condition.minutes(), "minute") + ", " + count(condition.commands(), "command") + " served, "
                    + condition.heapMegabytes() + " MB of objects. "
                    + (condition.isCurrent()
                            ? "It ends when no command came for "
                                    + String.format(Locale.ROOT, "%.0f", condition.idleMinutes()) + " minutes."
                            : "It is of an older build, and about to end."));
        }
        return ExitCode.OK;
    }

    @Command(name = "stop", description = "Ends it. Commands that it runs are finished first.")
    int stop() {
        List<Daemon> running = running().toList();
        running.forEach(Daemon::stop);
        session.say(
                running.isEmpty()
                        ? "No judge runs in the background for this lab."
                        : "The judge in the background ends.");
        return ExitCode.OK;
    }

    @Command(name = "serve", hidden = true, description = "Is the judge in the background.")
    int serve() throws IOException {
        Address address = Address.of(session.home(), session.folder(), session.environment());
        new Server(session.home(), address, patience(), new Commanded(session)).serve();
        return ExitCode.OK;
    }

    private Duration patience() {
        String minutes = session.environment().getOrDefault("GRADUS_DAEMON_MINUTES", "");
        try {
            double number = minutes.isBlank() ? DEFAULT_MINUTES : Double.parseDouble(minutes);
            return Duration.ofMillis((long) (number * 60_000));
        } catch (NumberFormatException e) {
            throw new Usage("GRADUS_DAEMON_MINUTES must be a number of minutes, but was '" + minutes + "'.");
        }
    }

    private Stream<Daemon> running() {
        return Address.of(session.home(), session.folder(), session.environment()).ofSameLab().stream()
                .map(Daemon::at)
                .flatMap(Optional::stream);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Runs the commands of clients, with a worker that is ready for each. */
    private static final class Commanded implements Service {
        private final Session own;
        private final Spare spare = new Spare();

        Commanded(Session own) {
            this.own = own;
        }

        @Override
        public Work work(Call call, InputStream in, PrintStream out, PrintStream err) {
            Session session = new Session(own.home(), call, in, out, err).with(spare);
            return new Work() {
                @Override
                public int run() {
                    return Main.run(session, call.arguments().toArray(String[]::new));
                }

                @Override
                public void cancel() {
                    session.cancel();
                }
            };
        }

        @Override
        public boolean isWorn() {
            return TimeLimit.abandoned() > 0;
        }

        @Override
        public void close() {
            spare.close();
        }
    }
}
