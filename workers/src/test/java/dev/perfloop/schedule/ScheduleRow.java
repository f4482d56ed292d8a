package dev.perfloop.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A schedule as the API writes it. */
record ScheduleRow(JdbcClient jdbc) {
    static final String ID = "shop-k7x2p9";

    void target(String more) {
        jdbc.sql("""
                        INSERT INTO target (name, definition, checksum, created_at, updated_at)
                        VALUES ('shop', :definition, 'x', now(), now())""").param("definition", """
                        name: shop
                        baseUrl: http://localhost:1
                        load: { requests: [{ name: home, get: / }] }
                        database: { url: "jdbc:postgresql://localhost:1/shop", user: shop }
                        """ + more).update();
    }

    void made(String times, String zone, Instant at) {
        jdbc.sql("""
                        INSERT INTO schedule (id, target, times, zone, intensity, in_windows_only, status, since, dealt_with_until,
                                              version, seen_version, made_by, made_at, changed_by, changed_at)
                        VALUES (:id, 'shop', :times, :zone, 'STANDARD', true, 'ACTIVE', :at, :at, 1, 0, 'ann', :at, 'bob', :at)""")
                .param("id", ID)
                .param("times", times)
                .param("zone", zone)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A person's change, from which on the time that was waited for counts no longer. */
    void changed(String status, Instant at) {
        jdbc.sql("""
                        UPDATE schedule
                        SET status = :status, version = version + 1, next_due = NULL, dealt_with_until = :at
                        WHERE id = :id""")
                .param("id", ID)
                .param("status", status)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endRuns() {
        jdbc.sql("UPDATE run SET status = 'ENDED', outcome = 'TARGETS_MET', ended_at = now()")
                .update();
    }
}
