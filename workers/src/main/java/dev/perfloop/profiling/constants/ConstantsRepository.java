package dev.perfloop.profiling.constants;

import dev.perfloop.profiling.ExplainableStatement;
import dev.perfloop.profiling.postgres.GuardedRepository;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.postgres.PlanRepository.Prepared;
import dev.perfloop.profiling.statement.StatementText;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts constants in the place of a normalised statement's parameters. The column that a parameter is compared with is read
 * off the statement's generic plan; its values come from {@code pg_stats} or, failing that, from the first rows of the table.
 *
 * <p>Works within one transaction, read-only or not, of PostgreSQL 14 and later. What fails in it does not break it.
 */
public final class ConstantsRepository {
    /** Lists of thousands of values; each would be asked for. */
    private static final int MOST_PARAMETERS = 500;

    private final GuardedRepository guarded;
    private final PlanRepository plans;
    private final ColumnRepository columns;
    private final TypeRepository types;

    public ConstantsRepository(JdbcClient jdbc) {
        this.guarded = new GuardedRepository(jdbc);
        this.plans = new PlanRepository(guarded);
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
        return switch (plans.prepare(explainable)) {
            case Prepared.Ready ready
            when ready.types().size() > MOST_PARAMETERS ->
                new Sampled.Impossible("it has " + ready.types().size() + " parameters");
            case Prepared.Ready ready -> concrete(ready, new Pages(rowsPerCall));
            case Prepared.Refused refused -> new Sampled.Impossible(refused.why());
        };
    }

    private Sampled concrete(Prepared.Ready ready, Pages pages) {
        var text = new StatementText(ready.reading().sql());
        var drawing = new Drawing(text, Comparisons.of(ready.json()), columns, types, pages);
        List<ConcreteStatement> statements = new ArrayList<>();
        for (Draw draw : Draw.values()) {
            var constants = drawing.draw(draw, ready.types(), ready.reading().unused());
            String sql = text.with(number -> Constant.of(constants, number).sql());
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
}
