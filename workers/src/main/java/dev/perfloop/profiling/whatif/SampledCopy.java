package dev.perfloop.profiling.whatif;

import dev.perfloop.profiling.ExplainableStatement;
import dev.perfloop.profiling.constants.ConcreteStatement;
import dev.perfloop.profiling.postgres.PlanRepository;
import dev.perfloop.profiling.postgres.PlanRepository.Explained;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;

/**
 * By building the indexes on temporary copies of a part of the tables. Costs are those of the part: they tell one set of indexes
 * from another, not how long the whole takes.
 */
final class SampledCopy implements Pretence {
    /** Those asked for last stay built; more would make hiding the others slower than building them anew. */
    private static final int MOST_BUILT = 48;

    private final PlanRepository plans;
    private final CopyRepository copies;
    private final SavepointRepository savepoints;
    private final RunRepository runs;
    private final int serverVersion;
    private final List<CopiedTable> tables = new ArrayList<>();
    private static final int RUNS = 3;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(2);

    private final Map<String, Optional<ConcreteStatement>> concrete = new HashMap<>();
    private final Map<Index, String> built = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Index, Double> sizes = new LinkedHashMap<>();
    private final Set<Index> impossible = new HashSet<>();
    private int number;

    SampledCopy(
            PlanRepository plans,
            CopyRepository copies,
            SavepointRepository savepoints,
            RunRepository runs,
            int serverVersion) {
        this.plans = plans;
        this.runs = runs;
        this.copies = copies;
        this.savepoints = savepoints;
        this.serverVersion = serverVersion;
    }

    /** What cannot be copied is left out; statements over it have no plan here. */
    void take(List<CopiedTable> wanted) {
        for (var table : wanted) {
            try {
                tables.add(savepoints.within(() -> {
                    copies.copy(table);
                    return table;
                }));
            } catch (DataAccessException notThisOne) {
                continue;
            }
        }
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    @Override
    public String how() {
        return "built on a sampled copy";
    }

    @Override
    public Optional<Planned> plan(String statement, Set<Index> indexes) {
        return ExplainableStatement.of(statement)
                .map(text -> Redirected.of(text, tables))
                .flatMap(text -> with(text, indexes, () -> explain(text)));
    }

    private Optional<Planned> explain(String text) {
        if (!(plans.explain(text, serverVersion) instanceof Explained.Plan explained)) {
            return Optional.empty();
        }
        var plan = Believing.of(explained.json());
        if (!plan.schemas().stream().allMatch(schema -> schema.startsWith("pg_temp"))) {
            return Optional.empty();
        }
        Set<Index> used = new HashSet<>();
        built.forEach((index, name) -> {
            if (plan.indexes().contains(name)) {
                used.add(index);
            }
        });
        return Optional.of(new Planned(plan.cost(), used));
    }

    @Override
    public Optional<Double> milliseconds(String statement, double rowsPerCall, Set<Index> indexes) {
        // Only what goes to copies alone is run: a statement that has a plan here.
        if (plan(statement, indexes).isEmpty()) {
            return Optional.empty();
        }
        return concrete.computeIfAbsent(statement, it -> runs.concrete(it, rowsPerCall))
                .flatMap(it -> shortest(Redirected.of(it.sql(), tables), indexes));
    }

    private Optional<Double> shortest(String sql, Set<Index> indexes) {
        try {
            return with(sql, indexes, () -> {
                var first = runs.milliseconds(sql, LONGEST_RUN);
                return first.flatMap(ms -> IntStream.range(1, RUNS)
                        .mapToObj(n -> runs.milliseconds(sql, LONGEST_RUN))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .map(again -> Math.min(ms, again)));
            });
        } catch (DataAccessException tookTooLong) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Double> bytes(Index index) {
        build(index);
        String name = built.get(index);
        return name == null
                ? Optional.empty()
                : Optional.of(sizes.computeIfAbsent(
                        index, it -> whole(name, original(it).orElseThrow())));
    }

    /** The planner's estimate of the target's rows, where blocks were left out, is what the copy stands for. */
    private double whole(String name, CopiedTable table) {
        double bytes = copies.bytes(name);
        return table.isWhole()
                ? bytes
                : copies.repetition(name, table)
                        .filter(keys -> table.rows() > 0)
                        .map(keys -> keys.grown(bytes, table.rows()))
                        .orElseGet(() -> bytes * grown(table));
    }

    private Optional<CopiedTable> original(Index index) {
        return tables.stream()
                .filter(copy -> copy.is(index.schema(), index.table()))
                .findFirst();
    }

    /** Hides the other indexes on tables that the statement names. */
    private <T> T with(String statement, Set<Index> indexes, Supplier<T> deed) {
        indexes.forEach(this::build);
        String named = statement.toLowerCase(Locale.ROOT);
        return savepoints.tried(() -> {
            built.forEach((index, name) -> {
                if (!indexes.contains(index) && named.contains(index.table().toLowerCase(Locale.ROOT))) {
                    copies.dropIndex(name);
                }
            });
            return deed.get();
        });
    }

    private void build(Index index) {
        if (built.get(index) != null || impossible.contains(index)) {
            return;
        }
        var table = original(index);
        if (table.isEmpty()) {
            impossible.add(index);
            return;
        }
        String name = "perfloop_candidate_" + ++number;
        try {
            savepoints.within(() -> {
                copies.index(name, table.get(), index);
                return name;
            });
        } catch (DataAccessException cannotBe) {
            impossible.add(index);
            return;
        }
        built.put(index, name);
        forgetOldest();
    }

    /** Rows of the target for each row of the copy; the planner's estimate where blocks were left out. */
    private double grown(CopiedTable table) {
        double rows = copies.rows(table);
        return rows <= 0 || table.rows() <= 0 ? 1 / table.share() : Math.max(1, table.rows() / rows);
    }

    private void forgetOldest() {
        Iterator<String> oldest = built.values().iterator();
        if (built.size() > MOST_BUILT) {
            copies.dropIndex(oldest.next());
            oldest.remove();
        }
    }
}
