package dev.perfloop.profiling.constants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.postgres.GuardedRepository;
import dev.perfloop.profiling.postgres.GuardedRepository.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for the plans of statements with constants, and runs them to see whether a plan's figures come true. */
public final class ConcretePlanRepository {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final GuardedRepository guarded;

    public ConcretePlanRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.guarded = new GuardedRepository(jdbc);
    }

    /** Nothing is run. */
    public Answer plan(ConcreteStatement statement) {
        return explain(statement, "VERBOSE, FORMAT JSON");
    }

    /** Runs it. To be called in a read-only transaction only, and for no statement that reaches outside of it. */
    public Answer analyse(ConcreteStatement statement, Duration longest) {
        String before = setting("statement_timeout");
        set("statement_timeout", longest.toMillis() + "ms");
        try {
            return explain(statement, "ANALYZE, BUFFERS, VERBOSE, FORMAT JSON");
        } finally {
            set("statement_timeout", before);
        }
    }

    /**
     * A plan with the parameters back in their places.
     *
     * @param generic plan of the same statement
     */
    public String redacted(String plan, ConcreteStatement statement, String generic) {
        return new Redaction(printed(statement.constants()), generic).of(plan);
    }

    private Answer explain(ConcreteStatement statement, String options) {
        set("search_path", statement.searchPath());
        return guarded.ask("EXPLAIN (" + options + ") " + statement.sql());
    }

    /** Parameters by what a plan prints for their constants. */
    private Map<String, Integer> printed(List<Constant> constants) {
        Map<String, Integer> parameters = new HashMap<>();
        if (!constants.isEmpty()) {
            String all = constants.stream().map(Constant::sql).collect(Collectors.joining(", "));
            guarded.text("EXPLAIN (VERBOSE, FORMAT JSON) SELECT " + all).ifPresent(json -> {
                try {
                    var output = JSON.readTree(json).path(0).path("Plan").path("Output");
                    for (int i = 0; i < output.size() && i < constants.size(); i++) {
                        parameters.putIfAbsent(
                                output.get(i).asText(), constants.get(i).parameter());
                    }
                } catch (JsonProcessingException ourOwnSql) {
                    throw new UncheckedIOException(ourOwnSql);
                }
            });
        }
        return parameters;
    }

    private String setting(String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private void set(String name, String value) {
        jdbc.sql("SELECT set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }
}
