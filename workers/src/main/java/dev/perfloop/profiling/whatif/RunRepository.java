package dev.perfloop.profiling.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.profiling.constants.ConcreteStatement;
import dev.perfloop.profiling.constants.ConstantsRepository;
import dev.perfloop.profiling.constants.Sampled;
import dev.perfloop.profiling.postgres.GuardedRepository;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs statements that only read, with constants in the place of their parameters, and says how long they took. */
final class RunRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern READING = Pattern.compile("(?is)\\A[\\s(]*(?:select|with|values)\\b.*");
    private static final Pattern WRITING = Pattern.compile("(?i)\\b(?:insert|update|delete|merge|into)\\b");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_$]*)\\s*\\(");
    /** Volatile, yet nobody notices that they were called. */
    private static final List<String> UNNOTICED =
            List.of("random", "clock_timestamp", "timeofday", "gen_random_uuid", "uuidv7", "statement_timestamp");

    private final JdbcClient jdbc;
    private final GuardedRepository guarded;
    private final ConstantsRepository constants;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.guarded = new GuardedRepository(jdbc);
        this.constants = new ConstantsRepository(jdbc);
    }

    /** Empty for a statement that writes, that calls what others could notice, or that no constants were found for. */
    Optional<ConcreteStatement> concrete(String statement, double rowsPerCall) {
        if (!READING.matcher(statement).matches() || WRITING.matcher(statement).find() || calls(statement)) {
            return Optional.empty();
        }
        return constants.sample(statement, rowsPerCall) instanceof Sampled.Concrete concrete
                ? Optional.of(concrete.common()).filter(ConcreteStatement::isGrounded)
                : Optional.empty();
    }

    private boolean calls(String statement) {
        List<String> names = CALL.matcher(statement)
                .results()
                .map(call -> call.group(1).toLowerCase(Locale.ROOT))
                .filter(name -> !UNNOTICED.contains(name))
                .distinct()
                .toList();
        return !names.isEmpty()
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_proc WHERE provolatile = 'v' AND proname IN (:names))")
                        .param("names", names)
                        .query(Boolean.class)
                        .single();
    }

    /**
     * Milliseconds in the executor, by {@code EXPLAIN (ANALYZE, TIMING OFF)}; empty when it failed.
     *
     * @throws org.springframework.dao.DataAccessException when it took longer than allowed
     */
    Optional<Double> milliseconds(String sql, Duration longest) {
        jdbc.sql("SELECT set_config('statement_timeout', :longest, true)")
                .param("longest", longest.toMillis() + "ms")
                .query(String.class)
                .single();
        var answer = guarded.ask("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON, FORMAT JSON) " + sql);
        if (answer.failed()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    JSON.readTree(answer.text()).path(0).path("Execution Time").asDouble());
        } catch (JsonProcessingException notAPlan) {
            throw new UncheckedIOException(notAPlan);
        }
    }
}
