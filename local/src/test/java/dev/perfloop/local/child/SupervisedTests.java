package dev.perfloop.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perfloop.local.Notes;
import dev.perfloop.local.StackTrouble;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SupervisedTests {
    private final Notes notes = new Notes();

    /** A service whose ends the test decides. */
    private static final class Puppet implements Service {
        private final List<CompletableFuture<String>> lives = new CopyOnWriteArrayList<>();
        private final boolean ready;

        Puppet(boolean ready) {
            this.ready = ready;
        }

        @Override
        public String name() {
            return "Puppet";
        }

        @Override
        public CompletableFuture<String> launch() {
            lives.add(new CompletableFuture<>());
            return lives.getLast();
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        public void stop(Duration within) {
            lives.getLast().complete("stopped");
        }
    }

    @Test
    void whatDiesIsStartedAgainAndSaid() throws Exception {
        Puppet puppet = new Puppet(true);
        try (Supervised supervised = new Supervised(puppet, notes, Duration.ofSeconds(1))) {
            supervised.firstReady().get(5, TimeUnit.SECONDS);
            puppet.lives.getFirst().complete("exit code 137");
            await().until(() -> notes.said().size() == 2);
            assertThat(notes.said().get(0)).isEqualTo("Puppet ended (exit code 137); starting it again in 1 s");
            assertThat(notes.said().get(1)).startsWith("Puppet is back");
            assertThat(puppet.lives).hasSize(2);
        }
        assertThat(puppet.lives.getLast()).isCompletedWithValue("stopped");
    }

    @Test
    void aFirstStartThatFailsIsNotRepeated() {
        Puppet puppet = new Puppet(false);
        try (Supervised supervised = new Supervised(puppet, notes, Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> supervised.firstReady().get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(StackTrouble.class)
                    .hasMessageContaining("Puppet did not start: not ready after");
        }
        assertThat(puppet.lives).hasSize(1);
    }

    @Test
    void closingIsNoDeath() throws Exception {
        Puppet puppet = new Puppet(true);
        Supervised supervised = new Supervised(puppet, notes, Duration.ofSeconds(1));
        supervised.firstReady().get(5, TimeUnit.SECONDS);
        supervised.close();
        assertThat(notes.said()).isEmpty();
        assertThat(puppet.lives).hasSize(1);
    }
}
