package dev.perfloop.analysis.index;

import static dev.perfloop.analysis.DetectorAssert.assertFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Captured;
import dev.perfloop.analysis.DrivenLoad;
import dev.perfloop.analysis.Latencies;
import dev.perfloop.analysis.Missed;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Series;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.ProfiledDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions as PostgreSQL really prints them, for what plain columns do not serve. */
class RealPlansTests {

    @Test
    void anExpression() {
        var found = assertFinding(
                new ExpressionIndexDetector(), jobs("SELECT * FROM \"Job\" WHERE lower(\"Title\") = 'title {i}'"));

        found.ofKind("MISSING_INDEX")
                .proposing(index(Proposal.Column.computed("lower((\"Title\")::text)", null), "btree"));
    }

    @Test
    void aCastOfAnIndexedColumn() {
        assertFinding(new ExpressionIndexDetector(), jobs("SELECT * FROM \"Job\" WHERE \"Id\"::text = '{i}'"))
                .ofKind("DEFEATED_INDEX");
    }

    @Test
    void aPattern() {
        assertFinding(new PatternSearchDetector(), jobs("SELECT * FROM \"Job\" WHERE \"Title\" LIKE '%e {i}'"))
                .ofKind("MISSING_INDEX")
                .advising("gin (\"Title\" gin_trgm_ops)");
    }

    @Test
    void aDocument() {
        assertFinding(new ContainmentDetector(), jobs("SELECT * FROM \"Job\" WHERE facts @> '{\"owner\": {i}}'"))
                .proposing(index(Proposal.Column.searched("facts", "jsonb_path_ops"), "gin"));
    }

    @Test
    void partitionsAreReportedTogether() {
        var workload = workload(ProfiledDatabase.with(
                        "CREATE TABLE event (id int, owner int) PARTITION BY RANGE (id)",
                        "CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (30000)",
                        "CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (30000) TO (90000)",
                        "INSERT INTO event SELECT i, i % 3000 FROM generate_series(1, 60000) i")
                .runs(10, "SELECT * FROM event WHERE owner = {i}"));

        assertFinding(new MissingIndexDetector(), workload)
                .alone()
                .saying("1 more partition")
                .about("table:public.event_1")
                .about("table:public.event_2")
                .advising("CREATE INDEX CONCURRENTLY ON \"public\".\"event_2\" (\"owner\");");
    }

    @Test
    void theBareColumnIsNotAskedForWhereTheExpressionIs() {
        var detection =
                new MissingIndexDetector().in(jobs("SELECT * FROM \"Job\" WHERE lower(\"Title\") = 'title {i}'"));

        assertThat(detection.findings()).isEmpty();
        assertThat(detection.refusals()).isEmpty();
    }

    private static Workload jobs(String query) {
        return workload(ProfiledDatabase.with(
                        "CREATE TABLE \"Job\" (\"Id\" int PRIMARY KEY, \"Title\" varchar(80), facts jsonb)", """
                        INSERT INTO "Job" SELECT i, 'Title ' || i, jsonb_build_object('owner', i % 5000)
                        FROM generate_series(1, 40000) i""")
                .runs(10, query));
    }

    private static Workload workload(ProfiledDatabase database) {
        var profiled = database.profiled();
        var slow = new Latencies(80, 300, 400, 100, 10, 0, 100);
        return new Workload(
                profiled.profile(),
                new DrivenLoad(slow, Map.of("find", slow), Map.of("find", 10L)),
                new Series(List.of()),
                List.of(new Missed("", "p95", 50, 300)),
                Captured.NOTHING.with(profiled.plans()));
    }

    private static Proposal index(Proposal.Column column, String method) {
        return new Proposal.CreateIndex("public", "Job", method, List.of(column), null, List.of());
    }
}
