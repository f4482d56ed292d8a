package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTests {
    @TempDir
    private Path data;

    @Test
    void aSecondStackIsToldWhereTheFirstOneIs() throws IOException {
        try (DataLock lock = DataLock.take(data)) {
            lock.say(new DataLock.Running(4711, "http://127.0.0.1:8090", null, true));
            assertThatThrownBy(() -> DataLock.take(data))
                    .isInstanceOf(StackTrouble.class)
                    .hasMessageContaining("4711")
                    .hasMessageContaining("http://127.0.0.1:8090");
        }
    }

    @Test
    void nobodyHoldsWhatWasReleased() throws IOException {
        DataLock.take(data).close();
        assertThat(DataLock.holder(data)).isEmpty();
        DataLock.take(data).close();
    }

    @Test
    void aNoteWithoutLockIsOfAKilledStack() throws IOException {
        Files.writeString(data.resolve("lock"), "");
        Files.writeString(data.resolve("running.json"), "{\"pid\":1,\"ready\":true}");
        assertThat(DataLock.holder(data)).isEmpty();
        try (DataLock lock = DataLock.take(data)) {
            assertThat(lock.isAfterKill()).isTrue();
        }
        try (DataLock lock = DataLock.take(data)) {
            assertThat(lock.isAfterKill()).isFalse();
        }
    }

    @Test
    void thereIsNoHolderOfNothing() throws IOException {
        assertThat(DataLock.holder(data.resolve("absent"))).isEmpty();
    }
}
