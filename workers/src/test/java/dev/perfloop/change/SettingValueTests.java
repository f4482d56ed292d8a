package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingValueTests {
    @ParameterizedTest
    @CsvSource({"64MB,65536kB", "1GB,1024 MB", "0.90,0.9", "on,ON", "5min,300s", "auto,auto", "-1,-1"})
    void whatMeansTheSameIsTheSame(String one, String other) {
        assertThat(SettingValue.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"64MB,64kB", "on,off", "1.1,1.2", "64MB,auto", "64XB,64MB"})
    void whatDiffersIsNot(String one, String other) {
        assertThat(SettingValue.same(one, other)).isFalse();
    }
}
