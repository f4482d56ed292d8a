package dev.perfloop.profiling.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.postgres.GuardedRepository.Answer;
import dev.perfloop.profiling.statement.Readings;
import dev.perfloop.profiling.statement.Readings.Reading;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks PostgreSQL how it would run a normalised statement, without running it: from 16 on by {@code EXPLAIN (GENERIC_PLAN)};
 * before by preparing it and asking for its generic plan.
 */
public final class PlanRepository {
    /** Either of the two is set. */
    public sealed interface Explained {
        record Plan(String how, String json) implements Explained {}

        /** @param state SQLSTATE */
        record Impossible(String why, String state) implements Explained {}
    }

    /** The types of a statement's parameters with its plan, or why there are none. */
    public sealed interface Prepared {
        /** @param types of {@code $1}, {@code $2} ..., as SQL names them under the search path */
        record Ready(Reading reading, List<String> types, String json) implements Prepared {}

        record Refused(String why, String state) implements Prepared {}
    }

    private static final int GENERIC_PLAN_SINCE = 160000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GuardedRepository guarded;

    private record Attempt(Reading reading, Answer answer) {}

    public PlanRepository(JdbcClient jdbc) {
        this(new GuardedRepository(jdbc));
    }

    public PlanRepository(GuardedRepository guarded) {
        this.guarded = guarded;
    }

    /** May leave the transaction's search path wider than it was. */
    public Explained explain(String statement, int serverVersion) {
        if (serverVersion < GENERIC_PLAN_SINCE) {
            return switch (prepare(statement)) {
                case Prepared.Ready ready -> new Explained.Plan("PREPARED_GENERIC_PLAN", ready.json());
                case Prepared.Refused refused -> new Explained.Impossible(refused.why(), refused.state());
            };
        }
        var answer = understood(
                        statement,
                        reading -> guarded.ask("EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) " + reading.sql()))
                .answer();
        return answer.failed()
                ? new Explained.Impossible(answer.failure(), answer.state())
                : new Explained.Plan("GENERIC_PLAN", answer.text());
    }

    /** On every version; may leave the search path wider too. */
    public Prepared prepare(String statement) {
        var attempt = understood(statement, reading -> guarded.prepare(reading.sql(), reading.types()));
        var answer = attempt.answer();
        if (answer.failed()) {
            return new Prepared.Refused(answer.failure(), answer.state());
        }
        try {
            var found = JSON.readTree(answer.text());
            List<String> types = new ArrayList<>();
            found.path("types").forEach(type -> types.add(type.asText()));
            return new Prepared.Ready(
                    attempt.reading(), List.copyOf(types), found.path("plan").asText());
        } catch (JsonProcessingException ourOwnSql) {
            throw new UncheckedIOException(ourOwnSql);
        }
    }

    /** The first reading that the server takes; the text as it is when it takes none. */
    private Attempt understood(String statement, Function<Reading, Answer> question) {
        var readings = Readings.of(statement);
        var literal = new Attempt(readings.getFirst(), question.apply(readings.getFirst()));
        if (literal.answer().notFound()) {
            guarded.seeAllSchemas();
            literal = new Attempt(readings.getFirst(), question.apply(readings.getFirst()));
        }
        if (literal.answer().misread()) {
            for (var reading : readings.subList(1, readings.size())) {
                var answer = question.apply(reading);
                if (!answer.failed()) {
                    return new Attempt(reading, answer);
                }
            }
        }
        return literal;
    }
}
