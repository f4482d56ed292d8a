package dev.perfloop.web.weekly;

import dev.perfloop.web.rows.Columns;
import dev.perfloop.web.weekly.TargetReportView.ReportStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TargetReportRepository {
    private static final String HEAD =
            "SELECT id, target_id, since, until, zone, weekly, status, asked_by, asked_at, ended_at, why_none, ";

    private final JdbcClient jdbc;

    TargetReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID ask(String target, Instant since, Instant until, ZoneId zone, String by, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO target_report (id, target_id, since, until, zone, weekly, status, asked_by, asked_at)
                        VALUES (:id, :target, :since, :until, :zone, false, 'WAITING', :by, :now)""")
                .param("id", id)
                .param("target", target)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The newest first, without what they say. */
    List<TargetReportView> newest(String target, int most) {
        return jdbc.sql(HEAD + """
                        NULL AS content FROM target_report
                        WHERE target_id = :target ORDER BY asked_at DESC, id LIMIT :most""")
                .param("target", target)
                .param("most", most)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<TargetReportView> find(String target, UUID id) {
        return jdbc.sql(HEAD + "content FROM target_report WHERE target_id = :target AND id = :id")
                .param("target", target)
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    Optional<TargetReportView> newestWeek(String target) {
        return jdbc.sql(HEAD + """
                        content FROM target_report
                        WHERE target_id = :target AND weekly AND status = 'MADE' ORDER BY until DESC LIMIT 1""")
                .param("target", target)
                .query((row, n) -> view(row))
                .optional();
    }

    /** Empty where it is not made. */
    Optional<String> page(String target, UUID id) {
        return text(
                "SELECT html FROM target_report WHERE target_id = :target AND id = :id AND html IS NOT NULL",
                target,
                id);
    }

    Optional<String> text(String target, UUID id) {
        return text(
                "SELECT markdown FROM target_report WHERE target_id = :target AND id = :id AND markdown IS NOT NULL",
                target,
                id);
    }

    int waiting(String target) {
        return jdbc.sql("SELECT count(*) FROM target_report WHERE target_id = :target AND status = 'WAITING'")
                .param("target", target)
                .query(Integer.class)
                .single();
    }

    private Optional<String> text(String sql, String target, UUID id) {
        return jdbc.sql(sql)
                .param("target", target)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static TargetReportView view(ResultSet row) throws SQLException {
        return new TargetReportView(
                row.getString("id"),
                row.getString("target_id"),
                Columns.instant(row, "since"),
                Columns.instant(row, "until"),
                row.getString("zone"),
                row.getBoolean("weekly"),
                ReportStatus.valueOf(row.getString("status")),
                row.getString("asked_by"),
                Columns.instant(row, "asked_at"),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("why_none"),
                Columns.jsonOrNull(row, "content"));
    }
}
