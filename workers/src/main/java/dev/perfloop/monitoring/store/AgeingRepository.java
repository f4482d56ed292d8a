package dev.perfloop.monitoring.store;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forgets what is not kept in partitions. */
@Repository
class AgeingRepository {
    private final JdbcClient jdbc;

    AgeingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forget(Instant assessmentsBefore, Instant gapsBefore) {
        jdbc.sql("DELETE FROM assessment WHERE at < :before")
                .param("before", assessmentsBefore.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM gap WHERE until < :before")
                .param("before", gapsBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
