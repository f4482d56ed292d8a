package dev.perfloop.web.audit;

import dev.perfloop.web.rows.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {
    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Deed deed) {
        jdbc.sql("""
                        INSERT INTO audit_event (at, who, way, token_id, action, subject, target, status, remote_address)
                        VALUES (:at, :who, :way, :tokenId, :action, :subject,
                                COALESCE(
                                    :target::text,
                                    (SELECT target FROM run WHERE id = :run),
                                    (SELECT r.target FROM approval a JOIN run r ON r.id = a.run_id WHERE a.id = :approval)),
                                :status, :remoteAddress)
                        """)
                .param("at", deed.at().atOffset(ZoneOffset.UTC))
                .param("who", deed.who())
                .param("way", deed.way().name())
                .param("tokenId", deed.tokenId())
                .param("action", deed.action())
                .param("subject", deed.subject())
                .param("target", deed.target())
                .param("run", deed.run())
                .param("approval", deed.approval())
                .param("status", deed.status())
                .param("remoteAddress", deed.remoteAddress())
                .update();
    }

    /** Newest first, at most {@code limit}, older than the event {@code before}. */
    List<AuditView> newest(@Nullable Long before, Filter filter, int limit) {
        return jdbc.sql("""
                        SELECT e.id, e.at, e.who, e.way, e.token_id, t.name AS token_name, e.action, e.subject, e.target,
                               e.status, e.remote_address
                        FROM audit_event e
                        LEFT JOIN api_token t ON t.id = e.token_id
                        WHERE (:before::bigint IS NULL OR e.id < :before)
                          AND (:who::text IS NULL OR e.who = :who)
                          AND (:target::text IS NULL OR e.target = :target)
                          AND (:from::timestamptz IS NULL OR e.at >= :from)
                          AND (:to::timestamptz IS NULL OR e.at < :to)
                        ORDER BY e.id DESC
                        LIMIT :limit
                        """)
                .param("before", before)
                .param("who", filter.who())
                .param("target", filter.target())
                .param("from", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC))
                .param("to", filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> new AuditView(
                        row.getString("id"),
                        Columns.instant(row, "at"),
                        row.getString("who"),
                        Way.valueOf(row.getString("way")),
                        row.getString("token_id"),
                        row.getString("token_name"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("target"),
                        row.getInt("status"),
                        row.getString("remote_address")))
                .list();
    }

    /** At most {@code limit} of those before {@code then}, the oldest first; says how many it deleted. */
    int deleteBefore(Instant then, int limit) {
        return jdbc.sql("""
                        DELETE FROM audit_event
                        WHERE id IN (SELECT id FROM audit_event WHERE at < :then ORDER BY at LIMIT :limit)
                        """)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    /** Null means any; {@code to} itself is left out. */
    record Filter(
            @Nullable String who,
            @Nullable String target,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
