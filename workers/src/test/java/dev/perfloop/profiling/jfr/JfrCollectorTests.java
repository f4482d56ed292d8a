package dev.perfloop.profiling.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.perfloop.profiling.AllocationFlame;
import dev.perfloop.profiling.CpuFlame;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.LockFlame;
import dev.perfloop.profiling.Profiles;
import dev.perfloop.profiling.SocketFlame;
import dev.perfloop.run.BlindSpots;
import dev.perfloop.run.RunId;
import dev.perfloop.target.DatabaseAccess;
import dev.perfloop.target.JmxAccess;
import dev.perfloop.target.Target;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class JfrCollectorTests {
    private final Profiles profiles = mock();
    private final BlindSpots blindSpots = mock();
    private final JfrCollector collector = new JfrCollector(profiles, blindSpots);
    private final RunId run = new RunId("run-1");

    @Test
    void withoutAnAddressTheRunGoesOnAndSaysWhatToAdd() {
        try (var watch = collector.begin(run, target(null))) {
            watch.sample(Instant.EPOCH);
            watch.finish();
        }

        verify(blindSpots)
                .add(eq(run), eq(JvmFacts.SUBJECT), contains("no JMX address"), contains("jmx: 127.0.0.1:9010"));
        assertThat(kept().recorded()).isFalse();
        assertThat(kept().mend()).contains("-Dcom.sun.management.jmxremote.port=9010");
    }

    @Test
    void aJvmThatCannotBeReachedIsABlindSpotWithItsMend() {
        var nowhere = JmxAccess.open("127.0.0.1:" + RecordedService.freePort());

        collector.begin(run, target(nowhere)).close();

        verify(blindSpots).add(eq(run), eq(JvmFacts.SUBJECT), contains("nothing answers JMX"), contains("ssh -L"));
        assertThat(kept().unseen()).contains("nothing answers JMX");
    }

    @Test
    void aRecordingKeepsItsFactsAndFourFlameGraphs() throws Exception {
        try (var service = new RecordedService(List.of("-Dcom.sun.management.jmxremote.authenticate=false"), "ticket");
                var watch = collector.begin(run, target(service.address()))) {
            watch.sample(Instant.EPOCH);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
            watch.finish();
        }

        verify(profiles).save(eq(run), any(JvmFacts.class));
        verify(profiles).save(eq(run), any(CpuFlame.class));
        verify(profiles).save(eq(run), any(AllocationFlame.class));
        verify(profiles).save(eq(run), any(LockFlame.class));
        verify(profiles).save(eq(run), any(SocketFlame.class));
    }

    private JvmFacts kept() {
        var kept = ArgumentCaptor.forClass(JvmFacts.class);
        verify(profiles).save(eq(run), kept.capture());
        return kept.getValue();
    }

    private static Target target(@Nullable JmxAccess jmx) {
        Target target = mock();
        when(target.jmx()).thenReturn(jmx);
        when(target.name()).thenReturn("books");
        when(target.database()).thenReturn(new DatabaseAccess("jdbc:postgresql://localhost/books", "agent", ""));
        return target;
    }
}
