package dev.perfloop.weekly.lasting;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.weekly.lasting.ProofRepository.Counted;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Asks a target how often indexes were scanned, through its guarded door; those of partitions count for the whole. */
@Repository
class IndexScanRepository {
    private final TargetDatabase.Door door;

    IndexScanRepository(TargetDatabase.Door door) {
        this.door = door;
    }

    /** By their names as given: with the schema, quoted. */
    Map<String, Counted> scans(Target target, Collection<String> indexes, Instant at) {
        Map<String, Counted> scans = new HashMap<>();
        door.of(target).read(jdbc -> {
            jdbc.sql("""
                            SELECT n.name, s.scans, s.bytes,
                                   (SELECT coalesce(extract(epoch FROM stats_reset)::text, '')
                                    FROM pg_stat_database WHERE datname = current_database()) AS epoch
                            FROM unnest(:names::text[]) AS n (name)
                            LEFT JOIN LATERAL (
                                SELECT sum(i.idx_scan)::bigint AS scans, sum(pg_relation_size(i.indexrelid))::bigint AS bytes
                                FROM pg_stat_user_indexes i
                                WHERE i.indexrelid = to_regclass(n.name)
                                   OR i.indexrelid IN (SELECT relid FROM pg_partition_tree(to_regclass(n.name)))) s ON true""").param("names", indexes.toArray(String[]::new)).query(row -> {
                scans.put(
                        row.getString("name"),
                        new Counted(
                                at,
                                (Long) row.getObject("scans"),
                                (Long) row.getObject("bytes"),
                                row.getString("epoch")));
            });
            return scans.size();
        });
        return scans;
    }
}
