package dev.perfloop.optimization.pricing;

import dev.perfloop.change.TableName;
import dev.perfloop.optimization.indexes.Demand;
import dev.perfloop.optimization.indexes.Query;
import dev.perfloop.profiling.Profile;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.StatementPlan;
import dev.perfloop.profiling.TableFacts;
import dev.perfloop.profiling.whatif.Pretence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a profile asks of a set of indexes: the statements that took most of the time, and what is written. */
final class WorkloadDemand {
    /** Of more, the search would not come to an end in a minute; the others took little time. */
    private static final int MOST_STATEMENTS = 100;

    /** A table that is read whole in about the time of one look-up gains from no index. */
    private static final int LEAST_PAGES = 8;

    /** What an index on a partition or a foreign table would be is another question. */
    private static final Set<String> INDEXED_KINDS = Set.of("r", "m");

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}_$]+");

    private final Map<TableName, TableFacts> tables = new HashMap<>();
    private final Map<Long, StatementFacts> statements = new HashMap<>();
    private final List<Query> queries = new ArrayList<>();

    WorkloadDemand(Profile profile, List<StatementPlan> plans) {
        profile.tables().forEach(table -> tables.put(new TableName(table.schema(), table.name()), table));
        profile.statements().forEach(statement -> statements.put(statement.queryId(), statement));
        plans.stream()
                .filter(plan -> statements.containsKey(plan.queryId()))
                .sorted(Comparator.comparingDouble((StatementPlan plan) -> -total(plan)))
                .limit(MOST_STATEMENTS)
                .forEach(this::add);
    }

    private double total(StatementPlan plan) {
        return Optional.ofNullable(statements.get(plan.queryId()))
                .map(StatementFacts::totalMs)
                .orElse(0.0);
    }

    private void add(StatementPlan plan) {
        var statement = statements.get(plan.queryId());
        var needs = Needs.of(plan.json(), this::comesIntoQuestion);
        if (statement != null && !needs.isEmpty() && statement.calls() > 0) {
            queries.add(new Query(Long.toString(plan.queryId()), statement.query(), statement.calls(), needs));
        }
    }

    private boolean comesIntoQuestion(TableName name) {
        var table = tables.get(name);
        return table != null && INDEXED_KINDS.contains(table.kind()) && table.pages() >= LEAST_PAGES;
    }

    boolean isEmpty() {
        return queries.isEmpty();
    }

    Optional<TableFacts> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    List<Rehearsal.Statement> statements() {
        double all = queries.stream().mapToDouble(this::totalMs).sum();
        return queries.stream()
                .map(query -> new Rehearsal.Statement(
                        query.id(),
                        query.text(),
                        Optional.ofNullable(statements.get(Long.parseLong(query.id())))
                                .map(StatementFacts::rowsPerCall)
                                .orElse(0.0),
                        all <= 0 ? 0 : totalMs(query) / all))
                .toList();
    }

    /** Every table that a statement names, be it only in the view it goes through. */
    List<TableFacts> touched() {
        Set<String> words = new HashSet<>();
        Set<TableName> planned = new HashSet<>();
        for (var query : queries) {
            for (var word : WORD.split(query.text())) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
            query.needs().forEach(need -> planned.add(need.table()));
        }
        return tables.entrySet().stream()
                .filter(entry -> planned.contains(entry.getKey())
                        || words.contains(entry.getKey().name().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those that the statements go to and that an index could be made on. */
    List<TableFacts> indexable() {
        return queries.stream()
                .flatMap(query -> query.needs().stream())
                .map(Query.Need::table)
                .distinct()
                .flatMap(name -> table(name).stream())
                .toList();
    }

    /**
     * The planner's costs stretched so that each statement counts by the time it really took, since costs of different statements
     * compare badly. All together cost what they would have unstretched, so that the upkeep of indexes is in proportion.
     */
    Demand weighed(Pretence pretence) {
        List<Query> planned = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        double cost = 0;
        double ms = 0;
        for (var query : queries) {
            var plan = pretence.plan(query.text(), Set.of());
            if (plan.isPresent() && plan.get().cost() > 0) {
                planned.add(query);
                costs.add(plan.get().cost());
                cost += query.weight() * plan.get().cost();
                ms += totalMs(query);
            }
        }
        List<Query> weighed = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            var query = planned.get(i);
            double weight = ms <= 0 ? query.weight() : totalMs(query) / costs.get(i) * cost / ms;
            weighed.add(new Query(query.id(), query.text(), weight, query.needs()));
        }
        return new Demand(weighed, written());
    }

    private double totalMs(Query query) {
        return Optional.ofNullable(statements.get(Long.parseLong(query.id())))
                .map(StatementFacts::totalMs)
                .orElse(0.0);
    }

    /** Updates that stay on their page leave indexes alone. */
    private Map<TableName, Double> written() {
        Map<TableName, Double> written = new HashMap<>();
        tables.forEach((name, table) -> written.put(
                name,
                (double) table.inserted()
                        + Math.max(0, table.updated() - table.upkeep().hotUpdated())));
        return written;
    }
}
