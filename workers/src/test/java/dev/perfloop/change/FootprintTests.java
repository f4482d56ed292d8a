package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintTests {
    private static final CreateIndex INDEX =
            new CreateIndex(new TableName("public", "loan"), List.of(IndexKey.ascending("book_id")));
    private static final String BUILT = "index public." + INDEX.indexName() + " CREATE INDEX ... valid";
    private static final SchemaSnapshot BEFORE = schema("column public.loan.id bigint");
    private static final SchemaSnapshot AFTER =
            schema("column public.loan.id bigint", BUILT, "column public.loan.due date");

    @Test
    void whatADeploymentDidDuringTheBuildIsNotTheChangesOwn() {
        var footprint = Footprint.of(INDEX, BEFORE, AFTER);

        assertThat(footprint.came()).containsExactly(BUILT);
        assertThat(footprint.leftIn(schema("column public.loan.id bigint", "column public.loan.due date")))
                .isEmpty();
        assertThat(footprint.leftIn(AFTER)).containsExactly("still there: " + BUILT);
    }

    @Test
    void aValueThatSomebodySetSinceIsTold() {
        var parameter = new SetParameter(SetParameter.Scope.DATABASE, "shop", "work_mem", "64MB", "4MB", true);
        var footprint = Footprint.of(
                parameter,
                schema("setting of the database work_mem=4MB", "setting of the database jit=off"),
                schema("setting of the database work_mem=64MB", "setting of the database jit=on"));

        assertThat(footprint.movedIn(
                        schema("setting of the database work_mem=64MB", "setting of the database jit=off")))
                .isEmpty();
        assertThat(footprint.movedIn(schema("setting of the database work_mem=128MB")))
                .containsExactly("gone since: setting of the database work_mem=64MB");
        assertThat(footprint.movedIn(schema("setting of the database work_mem=4MB")))
                .containsExactly(
                        "gone since: setting of the database work_mem=64MB",
                        "back already: setting of the database work_mem=4MB");
    }

    private static SchemaSnapshot schema(String... lines) {
        return new SchemaSnapshot(List.of(lines));
    }
}
