package dev.perfloop.web.reports;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {
    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Path> folder(String loadTestId) {
        return jdbc.sql("SELECT report_path FROM load_test WHERE id = :id AND report_path IS NOT NULL")
                .param("id", loadTestId)
                .query(String.class)
                .optional()
                .map(Path::of);
    }
}
