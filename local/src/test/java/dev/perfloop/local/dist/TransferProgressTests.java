package dev.perfloop.local.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferProgressTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Progress (1): 45/299 MB;                        15; 45 of 299 MB
                    Progress (1): 4.1/12 kB;                        34; 0 of 0 MB
                    Progress (2): 30 MB/60 MB | 800/900 kB;         50; 30 of 60 MB
                    Progress (2): 900/900 kB | 1.5/3.0 MB;          50; 2 of 3 MB
                    Progress (1): camunda-zeebe.tar.gz (512 kB/1 MB); 51; 1 of 1 MB
                    """)
    void theLargestFileUnderWayIsShown(String line, int percent, String detail) {
        assertThat(TransferProgress.read(line)).hasValueSatisfying(transfer -> {
            assertThat(transfer.percent()).isEqualTo(percent);
            assertThat(transfer.detail()).isEqualTo(detail);
        });
    }

    @Test
    void otherLinesSayNothing() {
        assertThat(TransferProgress.read("[INFO] Copying camunda-zeebe-8.6.0.tar.gz"))
                .isEmpty();
        assertThat(TransferProgress.read("Progress (1): 12 kB")).isEmpty();
    }
}
