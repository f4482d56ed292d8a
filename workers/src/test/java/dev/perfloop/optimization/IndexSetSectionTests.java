package dev.perfloop.optimization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import dev.perfloop.optimization.pricing.IndexSet;
import dev.perfloop.optimization.pricing.IndexSet.Dropped;
import dev.perfloop.optimization.pricing.IndexSet.Measured;
import dev.perfloop.optimization.pricing.IndexSet.Member;
import dev.perfloop.optimization.pricing.IndexSet.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexSetSectionTests {
    @Test
    void estimatedAndMeasuredStandApart() {
        var index = new CreateIndex(new TableName("public", "loan"), List.of(IndexKey.ascending("member_id")));
        var set = new IndexSet(
                "HypoPG",
                64 << 20,
                1000,
                250,
                7,
                90,
                List.of(new Member(index, index.pretended(), 3 << 20, List.of("41"))),
                List.of(new Told("41", 1700, 8.4, 0.8), new Told("42", 12, 12, 0.2)),
                List.of(),
                List.of(new Measured("41", 12.34, 0.05)),
                List.of(new Dropped("CREATE INDEX ON t (b)", "with it statement 42 took 9.0 ms instead of 3.0")));

        assertThat(IndexSetSection.of(set, List.of())).isEmpty();
        assertThat(IndexSetSection.of(set, List.of(index)))
                .contains("7 statements", "80 % less", "3 MB of the 64 MB")
                .contains("| `CREATE INDEX ON \"public\".\"loan\" (\"member_id\")` | 3 MB | 41 |")
                .contains("| 41 | 1700 | 8 | 12.34 | 0.05 |")
                .doesNotContain("| 42 |")
                .contains("`CREATE INDEX ON t (b)`: with it statement 42 took 9.0 ms instead of 3.0.");
    }
}
