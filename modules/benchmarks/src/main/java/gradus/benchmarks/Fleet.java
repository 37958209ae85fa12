package gradus.benchmarks;

import gradus.classroom.GradusProcess;
import gradus.classroom.MadeUpWork;
import gradus.classroom.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A made-up class on a queue that one, two and three workers share, each with one submission at a time. */
final class Fleet implements Benchmark {
    private static final List<String> WORKERS = List.of("one worker", "two workers", "three workers");
    private static final String TAKEOVER = "from a worker's kill -9 to its submission in other hands";
    private static final String DATABASE = "the database, a thousand submissions";
    private static final String LOG = "the database's log, a thousand submissions";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private static final double THOUSAND = 1000;
    private static final double MEBIBYTE = 1 << 20;

    /** Clock ticks a second, as /proc counts on every Linux. */
    private static final double TICKS = 100;

    @Override
    public void run(Bench bench, Report report) {
        if (!Files.isDirectory(INSTALLED)) {
            throw new Failed("This is measured on PostgreSQL, and there is none in " + INSTALLED
                    + ". Debian: sudo apt install postgresql.");
        }
        int size = (int) bench.amount(80, 8);
        try (PostgresServer server = new PostgresServer()) {
            int version = (int) server.database().number("SELECT current_setting('server_version_num')::int");
            report.version("PostgreSQL", version / 10_000 + "." + version % 10_000);
            Path collected = bench.scratch().resolve("collected");
            MadeUpWork.collected(MadeUpWork.of(size), collected);
            for (int run = 0; run < bench.runs(); run++) {
                for (int workers = 1; workers <= WORKERS.size(); workers++) {
                    bench.begin(run, WORKERS.get(workers - 1));
                    share(bench, report, server, collected, workers, size);
                }
                bench.begin(run, TAKEOVER);
                takeOver(bench, report, server, collected);
            }
        } catch (Failed e) {
            throw e;
        } catch (Exception e) {
            throw new Failed("The fleet broke off: " + e.getMessage());
        }
        report.compare("two/one", Quantity.CLOCK_RATE, WORKERS.get(1), WORKERS.get(0), null, "");
        report.compare("three/one", Quantity.CLOCK_RATE, WORKERS.get(2), WORKERS.get(0), null, "");
        report.note(
                size + " submissions to the room " + MadeUpWork.ROOM.id() + ", of each 40 of them 24 right, 8 with a"
                        + " mistake, 3 that do not compile and 5 that are hostile and run into limits of 5 s. The time is that"
                        + " between the first grade and the last one. Workers and database share the processors of this machine.");
        report.note(
                "The database's figures are those of all runs with " + WORKERS.get(2) + ": processor time of all its"
                        + " processes, transactions, growth of its files, and what it logs before it writes.");
    }

    private static void share(Bench bench, Report report, PostgresServer server, Path collected, int workers, int size)
            throws Exception {
        PostgresServer.Shared queue = server.database();
        Path course = copy(bench, collected);
        List<Process> fleet = start(bench, queue, workers);
        try {
            double cpu = cpu(server);
            double transactions = transactions(queue);
            double bytes = queue.number("SELECT pg_database_size(current_database())");
            double log = log(queue);
            order(course, queue);
            double seconds = queue.number("SELECT EXTRACT(EPOCH FROM MAX(graded) - MIN(graded)) FROM grade");
            report.measured(WORKERS.get(workers - 1), Quantity.CLOCK_RATE, 60 * (size - 1) / seconds);
            if (workers == WORKERS.size()) {
                double per = THOUSAND / size;
                report.measured(DATABASE, Quantity.CPU, per * (cpu(server) - cpu));
                report.measured(DATABASE, Quantity.TRANSACTIONS, per * (transactions(queue) - transactions));
                report.measured(
                        DATABASE,
                        Quantity.SIZE,
                        per * (queue.number("SELECT pg_database_size(current_database())") - bytes) / MEBIBYTE);
                report.measured(LOG, Quantity.SIZE, per * (log(queue) - log) / MEBIBYTE);
            }
        } finally {
            fleet.forEach(Fleet::end);
        }
    }

    private static void takeOver(Bench bench, Report report, PostgresServer server, Path collected) throws Exception {
        PostgresServer.Shared queue = server.database();
        List<Process> fleet = start(bench, queue, 2);
        try {
            Process grading = GradusProcess.start(copy(bench, collected), queue.options("class", "grade", "-j", "0"));
            queue.await("SELECT COUNT(*) FROM grade", 2);
            queue.await("SELECT COUNT(*) FROM scheduled_tasks WHERE picked_by = 'worker0'", 1);
            fleet.get(0).destroyForcibly().waitFor();
            long start = System.nanoTime();
            while (queue.number("SELECT COUNT(*) FROM scheduled_tasks WHERE picked_by = 'worker0'") > 0) {
                Thread.sleep(20);
            }
            report.measured(TAKEOVER, Quantity.WALL, (System.nanoTime() - start) / 1e9);
            GradusProcess.saidBy(grading);
        } finally {
            fleet.forEach(Fleet::end);
        }
    }

    private static List<Process> start(Bench bench, PostgresServer.Shared queue, int workers) throws Exception {
        List<Process> fleet = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            fleet.add(GradusProcess.builder(
                            bench.scratch(),
                            List.of(),
                            queue.options("class", "worker", "-j", "1", "--name", "worker" + i))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        queue.await("SELECT COUNT(*) FROM grader", workers);
        return fleet;
    }

    private static void end(Process worker) {
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    private static Path copy(Bench bench, Path collected) throws IOException {
        Path course = Files.createTempDirectory(bench.scratch(), "course").resolve("class");
        GradusProcess.copy(collected, course);
        return course;
    }

    private static void order(Path course, PostgresServer.Shared queue) throws Exception {
        GradusProcess.run(course, 0, queue.options("class", "grade", "-j", "0"));
    }

    private static double transactions(PostgresServer.Shared queue) throws Exception {
        return queue.number(
                "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()");
    }

    private static double log(PostgresServer.Shared queue) throws Exception {
        return queue.number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
    }

    /**
     * Processor seconds of a server and all its processes, those that ended included.
     *
     * <p>Source: proc(5), /proc/pid/stat, utime, stime, cutime and cstime.
     */
    private static double cpu(PostgresServer server) throws IOException {
        ProcessHandle process = ProcessHandle.of(server.process()).orElseThrow();
        double ticks = 0;
        for (ProcessHandle child : process.children().toList()) {
            try {
                ticks += ticks(child.pid());
            } catch (IOException e) {
                // It ended meanwhile, and its parent, which is asked last, has its time.
            }
        }
        return (ticks + ticks(process.pid())) / TICKS;
    }

    private static double ticks(long process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks;
    }
}
