package dev.perfloop.profiling.constants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.ExplainableStatement;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts constants in the place of a normalised statement's parameters. The column that a parameter is compared with is read
 * off the statement's generic plan; its values come from {@code pg_stats} or, failing that, from the first rows of the table.
 *
 * <p>Works within one transaction, read-only or not, of PostgreSQL 14 and later. What fails in it does not break it, but for a
 * time-out of the statement or the end of the connection.
 */
public final class ConstantsRepository {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GuardedRepository guarded;
    private final ColumnRepository columns;
    private final TypeRepository types;

    private record Prepared(List<String> types, String plan) {}

    public ConstantsRepository(JdbcClient jdbc) {
        this.guarded = new GuardedRepository(jdbc);
        this.columns = new ColumnRepository(guarded);
        this.types = new TypeRepository(guarded);
    }

    /**
     * May leave the transaction's search path wider than it was.
     *
     * @param statement   as pg_stat_statements has it
     * @param rowsPerCall that it gave on average, from which a LIMIT is guessed; 0 when unknown
     */
    public Sampled sample(String statement, double rowsPerCall) {
        String explainable = ExplainableStatement.of(statement).orElse(null);
        if (explainable == null) {
            return new Sampled.Impossible("it is none that is planned");
        }
        var answer = guarded.prepare(explainable);
        if (answer.failure().contains("does not exist")) {
            guarded.seeAllSchemas();
            answer = guarded.prepare(explainable);
        }
        return answer.failed()
                ? new Sampled.Impossible(answer.failure())
                : concrete(new StatementText(explainable), prepared(answer.text()), new Pages(rowsPerCall));
    }

    private Sampled concrete(StatementText text, Prepared prepared, Pages pages) {
        var drawing = new Drawing(text, Comparisons.of(prepared.plan()), columns, types, pages);
        List<ConcreteStatement> statements = new ArrayList<>();
        for (Draw draw : Draw.values()) {
            var constants = drawing.draw(draw, prepared.types());
            String sql = text.with(number -> constants.get(number - 1).sql());
            if (statements.stream().noneMatch(it -> it.sql().equals(sql))) {
                var planned = guarded.ask("EXPLAIN " + sql);
                if (planned.failed()) {
                    return new Sampled.Impossible(planned.failure());
                }
                statements.add(new ConcreteStatement(draw, sql, guarded.searchPath(), constants));
            }
        }
        return new Sampled.Concrete(List.copyOf(statements));
    }

    private static Prepared prepared(String json) {
        try {
            var answer = JSON.readTree(json);
            List<String> types = new ArrayList<>();
            answer.path("types").forEach(type -> types.add(type.asText()));
            return new Prepared(List.copyOf(types), answer.path("plan").asText());
        } catch (JsonProcessingException ourOwnSql) {
            throw new UncheckedIOException(ourOwnSql);
        }
    }
}
