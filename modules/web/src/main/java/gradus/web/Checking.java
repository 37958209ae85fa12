package gradus.web;

import gradus.catalogue.Room;
import gradus.grader.CheckResult;
import gradus.grader.Headway;
import gradus.grader.Outcome;
import gradus.grader.OutcomeJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Saves, then grades. Each check is told when it ends; the verdict comes last. */
final class Checking {
    private final Bench bench;

    Checking(Bench bench) {
        this.bench = bench;
    }

    void check(Context request) throws IOException {
        Room room = bench.room(request.pathParam("id"));
        Request sent = Request.of(request);
        Optional<Bench.Conflict> conflict = bench.save(room, sent.changed());
        if (conflict.isPresent()) {
            Reply.conflict(request, conflict.get());
            return;
        }
        try (Lines lines = new Lines(request, () -> bench.cancel(sent.tabName()))) {
            lines.tell(Map.of("files", bench.files(room)));
            Outcome outcome = bench.check(room, sent.tabName(), sent.full(), new Headway() {
                @Override
                public void at(int done, int total, String what) {
                    lines.tell(Map.of("done", done, "total", total, "what", what));
                }

                @Override
                public void finished(CheckResult check) {
                    lines.tell(Map.of("check", Verdict.html(check)));
                }
            });
            lines.tell(Map.of("outcome", OutcomeJson.of(outcome), "html", Verdict.html(room, outcome)));
        }
    }
}
