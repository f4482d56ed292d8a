package dev.perfloop.profiling.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMX;
import javax.management.ObjectName;
import jdk.management.jfr.FlightRecorderMXBean;
import jdk.management.jfr.RecordingInfo;
import org.junit.jupiter.api.Test;

/** What we leave on somebody else's JVM. */
class RecordingTests {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void aRecordingEndsByItselfIsSweptByTheNextAndLeavesNothingWhenItIsClosed() throws Exception {
        try (var service = new RecordedService(List.of("-Dcom.sun.management.jmxremote.authenticate=false"), "even");
                var door = JmxDoor.open(service.address())) {
            var recorder = JMX.newMXBeanProxy(
                    door.beans(), new ObjectName(FlightRecorderMXBean.MXBEAN_NAME), FlightRecorderMXBean.class);
            var forgotten = Recording.start(door.beans(), "perfloop books", LONGEST);

            assertThat(recorder.getRecordings()).singleElement().satisfies(info -> {
                assertThat(info.getName()).isEqualTo("perfloop books");
                assertThat(info.getDuration()).isEqualTo(LONGEST.toSeconds());
                assertThat(info.getMaxSize()).isEqualTo(64 << 20);
            });

            var next = Recording.start(door.beans(), "perfloop books", LONGEST);
            assertThat(recorder.getRecordings())
                    .extracting(RecordingInfo::getName)
                    .containsExactly("perfloop books");

            List<String> events = new ArrayList<>();
            next.events(event -> events.add(event.getEventType().getName()));
            assertThat(events).contains("jdk.GCHeapConfiguration");
            next.close();
            forgotten.close();
            assertThat(recorder.getRecordings()).isEmpty();
        }
    }

    @Test
    void whatWasRecordedBeforeItEndedByItselfIsFetched() throws Exception {
        try (var service = new RecordedService(List.of("-Dcom.sun.management.jmxremote.authenticate=false"), "even");
                var door = JmxDoor.open(service.address());
                var recording = Recording.start(door.beans(), "perfloop books", Duration.ofSeconds(1))) {
            var recorder = JMX.newMXBeanProxy(
                    door.beans(), new ObjectName(FlightRecorderMXBean.MXBEAN_NAME), FlightRecorderMXBean.class);
            await().until(() -> recorder.getRecordings().getFirst().getState().equals("STOPPED"));

            List<String> events = new ArrayList<>();
            recording.events(event -> events.add(event.getEventType().getName()));

            assertThat(events).contains("jdk.GCHeapConfiguration");
        }
    }
}
