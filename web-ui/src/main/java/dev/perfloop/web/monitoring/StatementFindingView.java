package dev.perfloop.web.monitoring;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement that became a burden.
 *
 * @param statement its id in pg_stat_statements
 * @param title its text, or the beginning of it
 * @param figure by how many times it is slower, dearer or called more often; of a new one its share of the database's time
 * @param endedAt when it was one no more; null while it is
 */
record StatementFindingView(
        String statement,
        String title,

        @Schema(implementation = Allowed.StatementFindingKind.class)
        String kind,

        Instant since,
        Instant foundAt,
        @Nullable Instant endedAt,
        double figure,
        String words) {}
