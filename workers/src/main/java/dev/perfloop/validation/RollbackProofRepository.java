package dev.perfloop.validation;

import dev.perfloop.run.RunId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RollbackProofRepository {
    private final JdbcClient jdbc;

    RollbackProofRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(RunId run, RollbackProof proof, Instant at) {
        jdbc.sql("""
                        INSERT INTO rollback_proof (run_id, latency, reason, proved_at)
                        VALUES (:run, :latency, :reason, :at)
                        ON CONFLICT (run_id) DO UPDATE
                        SET latency = EXCLUDED.latency, reason = EXCLUDED.reason, proved_at = EXCLUDED.proved_at""")
                .param("run", run.value())
                .param("latency", proof.result().name())
                .param("reason", proof.reason())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
