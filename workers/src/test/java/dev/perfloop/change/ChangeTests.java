package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeTests {
    private static final CreateIndex ODD = new CreateIndex(
            new TableName("Sales", "Order \"Line\""),
            List.of(IndexKey.ascending("Order Id"), IndexKey.descending("at")));
    private static final DropIndex DROP = new DropIndex(
            new TableName("public", "stock"),
            "stock_again",
            "CREATE UNIQUE INDEX stock_again ON public.stock USING btree (a)");

    @Test
    void theDryRunQuotesEveryName() {
        assertThat(ODD.statements())
                .containsExactly("CREATE INDEX CONCURRENTLY \"" + ODD.indexName()
                        + "\" ON \"Sales\".\"Order \"\"Line\"\"\" (\"Order Id\", \"at\" DESC)");
        assertThat(ODD.undoStatements())
                .containsExactly("DROP INDEX CONCURRENTLY IF EXISTS \"Sales\".\"" + ODD.indexName() + "\"");
    }

    @Test
    void aDroppedIndexIsBuiltAgainFromItsDefinition() {
        assertThat(DROP.statements()).containsExactly("DROP INDEX CONCURRENTLY IF EXISTS \"public\".\"stock_again\"");
        assertThat(DROP.undoStatements())
                .containsExactly("CREATE UNIQUE INDEX CONCURRENTLY stock_again ON public.stock USING btree (a)");
    }

    @Test
    void anIndexNameIsReadableAndTheSameEveryTime() {
        assertThat(ODD.indexName())
                .matches("perfloop_order_line__order_id_at_[0-9a-f]{8}")
                .isEqualTo(new CreateIndex(ODD.table(), ODD.keys()).indexName());
    }

    @Test
    void indexesThatDifferHaveNamesThatDiffer() {
        assertThat(new CreateIndex(ODD.table(), List.of(IndexKey.ascending("Order Id"), IndexKey.ascending("at")))
                        .indexName())
                .isNotEqualTo(ODD.indexName());
    }

    @Test
    void anIndexNameFitsWhatPostgresKeeps() {
        var keys = IntStream.range(0, 32)
                .mapToObj(n -> IndexKey.ascending("größe_" + n))
                .toList();
        String name = new CreateIndex(new TableName("public", "a".repeat(60)), keys).indexName();

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
    }

    @Test
    void aChangeIsTheSameAfterItsJourneyThroughJson() {
        assertThat(ChangeJson.read(ChangeJson.write(ODD))).isEqualTo(ODD);
        assertThat(ChangeJson.read(ChangeJson.write(DROP))).isEqualTo(DROP);
        assertThat(ChangeJson.write(DROP)).startsWith("{\"kind\":\"DROP_INDEX\"");
    }

    @Test
    void anIndexHasColumnsAndADefinitionIsOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CreateIndex(ODD.table(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new DropIndex(DROP.table(), "x", "DROP TABLE stock"));
    }
}
