package dev.perfloop.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a run waits for people.
 *
 * @param remindEvery    pause between reminders of an open decision
 * @param approvalExpiry after this an open decision counts as no
 */
@ConfigurationProperties("perfloop.run")
record RunProperties(
        @DefaultValue("P1D") Duration remindEvery,
        @DefaultValue("P7D") Duration approvalExpiry) {

    /** As the engine's timer cycle reads it (ISO 8601 repeating interval). */
    String reminderCycle() {
        return "R/" + remindEvery;
    }
}
