package dev.perfloop.web.audit;

import dev.perfloop.web.WebUiProperties;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is older than the audit log is to be kept. That several processes do so at once is harmless. */
@Component
class AuditRetention {
    private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);

    /** So that a first sweep over years holds no lock for long. */
    private static final int AT_ONCE = 10_000;

    private final AuditRepository events;
    private final WebUiProperties properties;
    private final InstantSource clock;

    AuditRetention(AuditRepository events, WebUiProperties properties, InstantSource clock) {
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void sweep() {
        Instant then = clock.instant().minus(properties.auditKeptFor());
        int deleted = 0;
        for (int batch = AT_ONCE; batch == AT_ONCE; deleted += batch) {
            batch = events.deleteBefore(then, AT_ONCE);
        }
        if (deleted > 0) {
            log.info("action=delete_audit_events before={} deleted={}", then, deleted);
        }
    }
}
