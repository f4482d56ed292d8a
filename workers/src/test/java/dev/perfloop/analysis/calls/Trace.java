package dev.perfloop.analysis.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an invented service did while one request was sent to it some times: every single call, in order, with its time. Knows
 * nothing of how such a thing is judged.
 */
final class Trace {
    /** @param wayMs to the database and back */
    record Call(long statement, long rows, double runMs, double wayMs) {}

    /** One request; its own work, its waits between calls included, and what it did once it had answered. */
    static final class Sent {
        final List<Call> calls = new ArrayList<>();
        double ownMs;
        double afterAnswerMs;
        long bytes = 2000;

        Sent call(long statement, long rows, double runMs, double wayMs) {
            calls.add(new Call(statement, rows, runMs, wayMs));
            return this;
        }

        Sent waiting(double ms) {
            ownMs += ms;
            return this;
        }

        double answerMs() {
            double all =
                    calls.stream().mapToDouble(it -> it.runMs() + it.wayMs()).sum();
            return ownMs + all - afterAnswerMs;
        }
    }

    final String kind;
    final Map<Long, String> texts = new HashMap<>();
    final List<Sent> sent = new ArrayList<>();
    /** What a person who knows the code says: these run one by one for each row, and it matters. */
    final Set<Long> perRow = new LinkedHashSet<>();

    Trace(String kind) {
        this.kind = kind;
    }

    Trace running(long statement, String text) {
        texts.put(statement, text);
        return this;
    }

    Trace labelled(long... statements) {
        for (long statement : statements) {
            perRow.add(statement);
        }
        return this;
    }
}
