package dev.perfloop.analysis.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Refused;
import dev.perfloop.profiling.ProfiledDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Workloads that look as if they lacked an index and do not, or not one this version can propose. */
class NoMissingIndexTests {

    @Test
    void aTinyTableIsReadWhole() {
        assertNoFinding(
                ProfiledDatabase.with(
                                "CREATE TABLE currency (code text, name text)",
                                "INSERT INTO currency SELECT 'c' || i, 'name' FROM generate_series(1, 180) i")
                        .runs(50, "SELECT * FROM currency WHERE code = 'c{i}'"),
                "the table has 180 rows, under 500");
    }

    @Test
    void aConditionThatKeepsAThirdIsNotServed() {
        assertNoFinding(
                jobs().runs(10, "SELECT * FROM job WHERE kind = 'k1'"), "the condition keeps about 33 % of the rows");
    }

    @Test
    void aBooleanOfEqualHalvesIsNotServed() {
        assertNoFinding(
                jobs().runs(10, "SELECT * FROM job WHERE urgent"), "the condition keeps about 50 % of the rows");
    }

    @Test
    void aWideRangeIsNotServed() {
        assertNoFinding(
                jobs().runs(10, "SELECT * FROM job WHERE id2 > 20000"), "the condition keeps about 50 % of the rows");
    }

    @Test
    void aPrefixOfAWiderIndexIsEnough() {
        assertNoFinding(jobs("CREATE INDEX ON job (owner, id2)").runs(10, "SELECT * FROM job WHERE owner = {i}"), null);
    }

    @Test
    void anIndexInAnotherOrderOfEqualitiesIsEnough() {
        assertNoFinding(
                jobs("CREATE INDEX ON job (urgent, owner)").runs(10, "SELECT * FROM job WHERE owner = {i} AND urgent"),
                null);
    }

    @Test
    void anIndexReadBackwardsIsEnough() {
        assertNoFinding(
                jobs("CREATE INDEX ON job (owner, id2)")
                        .runs(10, "SELECT * FROM job WHERE owner = {i} ORDER BY id2 DESC LIMIT 5"),
                null);
    }

    @Test
    void aUniqueIndexIsEnough() {
        assertNoFinding(
                jobs("CREATE UNIQUE INDEX ON job (id2)")
                        .runs(10, "SELECT * FROM job WHERE id2 = {i} AND kind = 'k1' ORDER BY owner LIMIT 5"),
                null);
    }

    @Test
    void aHashIndexIsEnough() {
        assertNoFinding(
                jobs("CREATE INDEX ON job USING hash (owner)").runs(10, "SELECT * FROM job WHERE owner = {i}"), null);
    }

    @Test
    void aPartialIndexThatRealValuesMayUseIsLeftAlone() {
        assertNoFinding(
                jobs("CREATE INDEX job_of_k1 ON job (owner) WHERE kind = 'k1'")
                        .runs(10, "SELECT * FROM job WHERE owner = {i} AND kind = 'k1'"),
                "the partial index job_of_k1 may serve it with real values");
    }

    @Test
    void aStatementThatTakesLittleTimeIsNotWorthAnIndex() {
        assertNoFinding(
                jobs().runs(1, "SELECT * FROM job WHERE owner = 17")
                        .runs(
                                60,
                                "SELECT kind, sum(id2), avg(owner) FROM job GROUP BY kind ORDER BY kind, sum(id2 * owner)"),
                "its statement takes only");
    }

    @Test
    void aColumnOfWideValuesIsNotIndexed() {
        assertNoFinding(
                ProfiledDatabase.with(
                                "CREATE TABLE page (id int, body text)",
                                "INSERT INTO page SELECT i, repeat(md5(i::text), 30) FROM generate_series(1, 5000) i")
                        .runs(10, "SELECT id FROM page WHERE body = 'x{i}'"),
                "values of the column body are too wide");
    }

    @Test
    void countingAWholeTableNeedsNoIndex() {
        assertNoFinding(jobs().runs(10, "SELECT count(*) FROM job"), null);
    }

    @Test
    void aJoinOfTwoWholeTablesNeedsNoIndex() {
        assertNoFinding(
                MissingIndexesTests.hospital()
                        .runs(5, "SELECT count(*), max(p.drug) FROM visit v JOIN prescription p ON p.visit_id = v.id"),
                "it would save about");
    }

    @Test
    void aComparisonOfTwoColumnsNeedsNoIndex() {
        assertNoFinding(
                jobs().runs(10, "SELECT * FROM job WHERE owner = id2"),
                "both of its sides belong to the scanned table");
    }

    @Test
    void aLookUpByPrimaryKeyIsHealthy() {
        assertNoFinding(MissingIndexesTests.hospital().runs(50, "SELECT * FROM prescription WHERE id = {i}"), null);
    }

    private static ProfiledDatabase jobs(String... indexes) {
        var statements = new ArrayList<>(
                List.of("CREATE TABLE job (kind text, urgent boolean, id2 int, owner int, title text)", """
                INSERT INTO job SELECT 'k' || i % 3, i % 2 = 0, i, i % 4000, 'title ' || i FROM generate_series(1, 40000) i"""));
        statements.addAll(List.of(indexes));
        return ProfiledDatabase.with(statements.toArray(String[]::new));
    }

    /** Nothing is advised; the reason, where the workload invites one, starts like this. */
    private static void assertNoFinding(ProfiledDatabase database, @Nullable String reason) {
        var found = MissingIndexesTests.found(database);
        assertThat(found.advice()).isEmpty();
        if (reason == null) {
            assertThat(found.refusals()).isEmpty();
        } else {
            assertThat(found.refusals())
                    .extracting(Refused::reason)
                    .anySatisfy(it -> assertThat(it).contains(reason));
        }
    }
}
