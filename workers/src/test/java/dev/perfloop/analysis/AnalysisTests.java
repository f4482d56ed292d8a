package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.profiling.KeptProfile;
import dev.perfloop.profiling.ProfiledDatabase;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the rows a profile leaves to the rows the plan is drafted from. */
class AnalysisTests {
    private static final RunId RUN = new RunId("run-1");

    private final DataSource ours = Database.migrated();
    private final JdbcClient jdbc = JdbcClient.create(ours);
    private AnnotationConfigApplicationContext rooms;

    @BeforeEach
    void openRooms() {
        rooms = Rooms.open(ours, List.of(), "run", "target", "profiling", "analysis");
    }

    @AfterEach
    void closeRooms() {
        rooms.close();
    }

    @Test
    void aSlowScanIsFoundProposedAndTracedToItsRequest() {
        run("{ p95: 50ms }", "[]");
        loadMostlySpentInDatabase(keepLibrary());

        var located = bottlenecks().locate(RUN);
        var ranked = bottlenecks().rank(RUN);
        var findings = analyse();

        assertThat(located.objectivesMet()).isFalse();
        assertThat(located.layers()).first().isEqualTo(Layer.DATABASE);
        assertThat(ranked.getFirst().subject().text()).contains("member_id");
        assertThat(findings).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("MISSING_INDEX");
            assertThat(finding.rank()).isEqualTo(1);
            assertThat(finding.impact()).isGreaterThan(30);
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.evidence().requests()).containsExactly("loans");
            assertThat(finding.evidence().requestsHow()).contains("not traced");
            assertThat(finding.proposal())
                    .isEqualTo(new Proposal.CreateIndex(
                            "public", "loan", List.of(new Proposal.Column("member_id", null)), null, List.of()));
        });
        assertThat(rooms.getBean(Findings.class).proposable(RUN)).hasSize(1);
    }

    @Test
    void whatTheOwnerDoesNotAllowIsFoundAndNotProposed() {
        run("{ p95: 50ms }", "[SET_PARAMETER]");
        loadMostlySpentInDatabase(keepLibrary());

        assertThat(analyse()).extracting(Finding::kind).contains("MISSING_INDEX");
        assertThat(rooms.getBean(Findings.class).proposable(RUN)).isEmpty();
        assertThat(RootCauses.hardest(List.of())).isEqualTo(Effort.ARCHITECTURE);
    }

    @Test
    void aServiceThatMeetsItsObjectivesHasNoBottleneck() {
        run("{ p95: 500ms }", "[]");
        loadMostlySpentInDatabase(keepLibrary());

        assertThat(bottlenecks().locate(RUN).objectivesMet()).isTrue();
        assertThat(bottlenecks().locate(RUN).layers()).isEmpty();
        assertThat(bottlenecks().rank(RUN)).isEmpty();
    }

    @Test
    void timeThatNoStatementExplainsIsNotBlamedOnTheDatabase() {
        run("{ p95: 200ms }", "[]");
        keepLibrary();
        load(2000, 4000, 1900);

        assertThat(bottlenecks().locate(RUN).layers()).first().isEqualTo(Layer.APPLICATION);
    }

    @Test
    void analysingAgainLeavesTheSameRows() {
        run("{ p95: 50ms }", "[]");
        loadMostlySpentInDatabase(keepLibrary());

        assertThat(analyse()).isEqualTo(analyse());
        assertThat(jdbc.sql("SELECT count(*) FROM run_blind_spot")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void rankingAgainLeavesTheSameFindings() {
        run("{ p95: 50ms }", "[]");
        loadMostlySpentInDatabase(keepLibrary());
        var once = analyse();

        rooms.getBean(Findings.class).rank(RUN);

        assertThat(rooms.getBean(Findings.class).of(RUN)).isEqualTo(once);
    }

    @Test
    void whatWasTriedReplacesWhatWasEstimated() {
        run("{ p95: 50ms }", "[]");
        loadMostlySpentInDatabase(keepLibrary());
        var first = analyse().getFirst();
        var trial = new Evidence.Trial("an index on a sampled copy", "ms", 5, 0.1, "");

        rooms.getBean(Findings.class)
                .revise(
                        RUN,
                        List.of(first.resting(first.evidence().tried(trial)).gaining(60, 70)));

        assertThat(rooms.getBean(Findings.class).of(RUN)).first().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo(first.id());
            assertThat(finding.gainHighPct()).isEqualTo(70);
            assertThat(finding.evidence().trial()).isEqualTo(trial);
        });
    }

    @Test
    void aServiceWithoutACauseIsNotPassedOver() {
        run("{ p95: 200ms }", "[]");
        keepLibrary();
        load(2000, 4000, 1900);

        assertThat(analyse()).first().satisfies(finding -> {
            assertThat(finding.kind()).isIn("UNEXPLAINED", "AT_CAPACITY");
            assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
        });
    }

    @Test
    void refusalsAreKeptWithTheirReason() {
        run("{ p95: 50ms }", "[]");
        loadMostlySpentInDatabase(keepLibrary());
        analyse();

        assertThat(rooms.getBean(Findings.class).refusalsOf(RUN))
                .extracting(Findings.Turned::reason)
                .anySatisfy(reason -> assertThat(reason).contains("keeps about 50 %"));
    }

    private List<Finding> analyse() {
        rooms.getBean(Analysis.class).of(RUN, Layer.DATABASE);
        rooms.getBean(Analysis.class).of(RUN, Layer.APPLICATION);
        rooms.getBean(Analysis.class).of(RUN, Layer.CACHING);
        rooms.getBean(Analysis.class).of(RUN, Layer.INFRASTRUCTURE);
        rooms.getBean(Findings.class).rank(RUN);
        return rooms.getBean(Findings.class).of(RUN);
    }

    private Bottlenecks bottlenecks() {
        return rooms.getBean(Bottlenecks.class);
    }

    /** 20 loans requests, each a scan; 7 statements that no index helps. */
    private ProfiledDatabase.Profiled keepLibrary() {
        var profiled = ProfiledDatabase.with(
                        "CREATE TABLE loan (id bigint PRIMARY KEY, member_id int NOT NULL, late boolean)",
                        "INSERT INTO loan SELECT i, i % 2000, i % 2 = 0 FROM generate_series(1, 60000) i")
                .runs(20, "SELECT * FROM loan WHERE member_id = {i}")
                .runs(7, "SELECT id FROM loan WHERE late = true")
                .profiled();
        KeptProfile.of(RUN, profiled, List.of(), rooms);
        return profiled;
    }

    private void loadMostlySpentInDatabase(ProfiledDatabase.Profiled profiled) {
        double scanMs = profiled.profile().statements().stream()
                .filter(statement -> statement.query().contains("member_id"))
                .findFirst()
                .orElseThrow()
                .meanMs();
        load(1.2 * scanMs, 400, 1);
    }

    private void run(String objectives, String allow) {
        String definition = """
                name: library
                baseUrl: http://127.0.0.1:1
                load: { requests: [ { name: loans, get: /loans } ] }
                objectives: %s
                database: { url: "jdbc:postgresql://127.0.0.1:1/x", user: u }
                guards: { allow: %s }
                """.formatted(objectives, allow);
        jdbc.sql("INSERT INTO target VALUES ('library', :it, 'x', now(), now())")
                .param("it", definition)
                .update();
        jdbc.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES ('run-1', 'library', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("it", definition).update();
    }

    private void load(double meanMs, double p95Ms, double statisticsMeanMs) {
        String figures =
                "{\"p50Ms\": %1$f, \"p95Ms\": %2$f, \"p99Ms\": %2$f, \"meanMs\": %1$f, \"maxMs\": 1, \"throughput\": 5, \"errorRate\": 0, \"count\": 20}";
        String slow = figures.formatted(meanMs, p95Ms);
        String fast = figures.formatted(statisticsMeanMs, statisticsMeanMs);
        jdbc.sql("""
                        INSERT INTO load_test (id, run_id, phase, profile, round, attempt, job_key, config, status, started_at, result)
                        VALUES ('load-1', 'run-1', 'PROFILE', 'BASELINE', 1, 1, 7, '{}', 'VALID', now(), :result::jsonb)""")
                .param(
                        "result",
                        "{\"all\": %s, \"requests\": {\"loans\": %s, \"statistics\": %s}, \"generatorCpu\": 0.1}"
                                .formatted(slow, slow, fast))
                .update();
        jdbc.sql("""
                        INSERT INTO load_window VALUES
                        ('load-1', 'loans', now(), 20, 0, ''), ('load-1', 'statistics', now(), 13, 0, '')""").update();
    }
}
