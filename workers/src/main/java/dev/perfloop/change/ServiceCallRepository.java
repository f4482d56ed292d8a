package dev.perfloop.change;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of the calls to a service's hooks: kept with the statements, but entered only while the change is still ours. */
@Repository
class ServiceCallRepository {
    /** In place of an SQL state: it answered, and said no. */
    static final String REFUSED = "REFUSED";

    private final JdbcClient jdbc;

    ServiceCallRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters a call before it is made; empty when the change is no longer in the status that it was read with. Whoever moves the
     * status on waits for this, and then sees the entry.
     */
    Optional<Long> calling(RunChange change, String call, Instant at) {
        return jdbc.sql("""
                        INSERT INTO change_statement (change_id, statement, at)
                        SELECT id, :call, :at FROM change WHERE id = :id AND status = :status FOR SHARE
                        RETURNING id""")
                .param("call", call)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", change.id())
                .param("status", change.status().name())
                .query(Long.class)
                .optional();
    }

    /** Whether a call that was made since then is not answered yet: whoever made it may be dead, but the call may still land. */
    boolean isUnanswered(String changeId, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM change_statement
                                       WHERE change_id = :change AND millis IS NULL AND at > :since)""")
                .param("change", changeId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Whether this call may have had its effect: it was made, and not refused. */
    boolean mayHaveLanded(String changeId, String call) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM change_statement
                                       WHERE change_id = :change AND statement = :call
                                         AND sql_state IS DISTINCT FROM :refused)""")
                .param("change", changeId)
                .param("call", call)
                .param("refused", REFUSED)
                .query(Boolean.class)
                .single();
    }
}
