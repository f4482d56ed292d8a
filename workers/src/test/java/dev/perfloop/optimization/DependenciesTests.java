package dev.perfloop.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.Change;
import dev.perfloop.change.CreateExtension;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.RefreshStatistics;
import dev.perfloop.change.SetParameter;
import dev.perfloop.change.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependenciesTests {
    private static final TableName LOAN = new TableName("public", "loan");
    private static final Change PLAIN = new CreateIndex(LOAN, List.of(IndexKey.ascending("member_id")));
    private static final Change TRIGRAM =
            new CreateIndex(LOAN, List.of(new IndexKey("title", false, false, "gin_trgm_ops")), "gin", List.of(), null);

    @Test
    void anIndexNeedsTheExtensionThatBringsItsOperatorClass() {
        assertThat(Dependencies.why(TRIGRAM, new CreateExtension("pg_trgm")))
                .hasValueSatisfying(why -> assertThat(why).contains("gin_trgm_ops"));
        assertThat(Dependencies.why(TRIGRAM, new CreateExtension("hypopg"))).isEmpty();
        assertThat(Dependencies.why(PLAIN, new CreateExtension("pg_trgm"))).isEmpty();
    }

    @Test
    void anIndexNeedsTrueStatisticsOfItsOwnTable() {
        assertThat(Dependencies.why(PLAIN, RefreshStatistics.plain(LOAN))).isPresent();
        assertThat(Dependencies.why(PLAIN, RefreshStatistics.plain(new TableName("public", "visit"))))
                .isEmpty();
    }

    @Test
    void nothingElseRestsOnAnything() {
        var parameter = new SetParameter(SetParameter.Scope.SYSTEM, "", "work_mem", "8MB", null, true);

        assertThat(Dependencies.why(parameter, PLAIN)).isEmpty();
        assertThat(Dependencies.why(PLAIN, parameter)).isEmpty();
        assertThat(Dependencies.why(PLAIN, TRIGRAM)).isEmpty();
    }
}
