package dev.perfloop.monitoring.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Makes and drops partitions. Several of us may do so at once: one does, under a lock, and the others find it done. */
@Repository
class PartitionRepository {
    /** "perfloop" and "partitions", for nobody else to use. */
    private static final long LOCK = 0x70657266_70617274L;

    private final JdbcClient jdbc;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    PartitionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the partition that holds this moment, unless it is there. */
    @Transactional
    public void ensure(Resolution resolution, Instant at) {
        var first = resolution.partitionOf(at);
        String name = resolution.partitionName(first);
        if (known.contains(name)) {
            return;
        }
        alone();
        jdbc.sql("CREATE TABLE IF NOT EXISTS %s PARTITION OF %s FOR VALUES FROM ('%s 00:00+00') TO ('%s 00:00+00')"
                        .formatted(name, resolution.table(), first, resolution.next(first)))
                .update();
        known.add(name);
    }

    /**
     * Drops the partitions that end before; a reader may hold one up for two seconds, else it is left for the next time.
     *
     * @return how many
     */
    @Transactional
    public int drop(Resolution resolution, Instant before) {
        alone();
        jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
        int dropped = 0;
        for (String name : names(resolution)) {
            LocalDate end = resolution.next(resolution.firstDayOf(name));
            if (!end.atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(before)) {
                jdbc.sql("DROP TABLE " + name).update();
                known.remove(name);
                jdbc.sql("""
                                UPDATE sample_mark SET kept_since = greatest(kept_since, :end::timestamptz)
                                WHERE resolution = :resolution""")
                        .param("end", end + " 00:00+00")
                        .param("resolution", resolution.name())
                        .update();
                dropped++;
            }
        }
        return dropped;
    }

    /** Ours alone: a partition that somebody else made keeps its name, and is theirs to drop. */
    private List<String> names(Resolution resolution) {
        return jdbc.sql("""
                        SELECT c.relname
                        FROM pg_inherits i
                        JOIN pg_class c ON c.oid = i.inhrelid
                        WHERE i.inhparent = :table::regclass AND c.relname ~ ('^' || :table || '_[0-9]{8}$')
                        ORDER BY c.relname""")
                .param("table", resolution.table())
                .query(String.class)
                .list();
    }

    private void alone() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }
}
