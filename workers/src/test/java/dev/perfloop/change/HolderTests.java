package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HolderTests {
    @Test
    void progressGrowsFromPhaseToPhase() {
        assertThat(at(null, 0, 0)).isEqualTo(1);
        assertThat(at("initializing", 0, 0)).isEqualTo(1);
        assertThat(at("building index: scanning table", 50, 100)).isEqualTo(31);
        assertThat(at("building index: scanning table", 120, 100)).isEqualTo(60);
        assertThat(at("waiting for writers before validation", 0, 0)).isEqualTo(60);
        assertThat(at("index validation: scanning table", 100, 100)).isEqualTo(95);
        assertThat(at("waiting for old snapshots", 0, 0)).isEqualTo(95);
    }

    @Test
    void rowsCountWherePostgresTellsNoBlocks() {
        var loading = new Holder(1, "", "building index: loading tuples in tree", 0, 0, 25, 100);

        assertThat(loading.percent()).isEqualTo(17);
    }

    private static int at(@Nullable String phase, long blocksDone, long blocksTotal) {
        return new Holder(1, "CREATE INDEX", phase, blocksDone, blocksTotal, 0, 0).percent();
    }
}
