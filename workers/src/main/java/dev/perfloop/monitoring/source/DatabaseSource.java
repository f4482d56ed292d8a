package dev.perfloop.monitoring.source;

import static dev.perfloop.monitoring.series.SeriesKey.gauge;
import static dev.perfloop.monitoring.series.SeriesKey.rate;
import static dev.perfloop.monitoring.series.Source.DATABASE;

import dev.perfloop.monitoring.series.Measured;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.profiling.Metrics;
import dev.perfloop.target.ServerDisk;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import dev.perfloop.target.TargetUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The target's database as a whole. */
@Component
class DatabaseSource implements MetricSource {
    private static final Map<String, SeriesKey> RATES = Map.of(
            "tempBytes", rate(DATABASE, "temp_bytes_per_second", "bytes/s"),
            "deadlocks", rate(DATABASE, "deadlocks_per_second", "1/s"),
            "written", rate(DATABASE, "rows_written_per_second", "1/s"),
            "wal", rate(DATABASE, "wal_bytes_per_second", "bytes/s"));
    private static final SeriesKey TRANSACTIONS = rate(DATABASE, "transactions_per_second", "1/s");
    private static final SeriesKey ROLLBACKS = gauge(DATABASE, "rollback_share", "share");
    private static final SeriesKey HITS = gauge(DATABASE, "buffer_hit_share", "share");
    /** Its size and its disk change slowly, and the size takes reading the folder of its files. */
    private static final Duration SIZE_EVERY = Duration.ofMinutes(1);

    private final DatabaseLookRepository looks;
    private final TargetDatabase.Door door;
    private final ServerDisk disks;
    private final Map<String, Instant> sized = new ConcurrentHashMap<>();

    DatabaseSource(DatabaseLookRepository looks, TargetDatabase.Door door, ServerDisk disks) {
        this.looks = looks;
        this.door = door;
        this.disks = disks;
    }

    @Override
    public Source source() {
        return DATABASE;
    }

    @Override
    public boolean serves(Target target) {
        return true;
    }

    @Override
    public Duration every() {
        return Duration.ZERO;
    }

    @Override
    public Told ask(Target target, Instant at) throws SourceSilent {
        try {
            var last = sized.get(target.name());
            boolean size = last == null || !at.isBefore(last.plus(SIZE_EVERY));
            var look = looks.look(target, size);
            var moment = moment(look);
            if (size) {
                moment.addAll(disk(target));
                sized.put(target.name(), at);
            }
            return told(look, moment, at);
        } catch (TargetUnavailable | TargetRefused | StatementFailed silent) {
            throw new SourceSilent(String.valueOf(silent.getMessage()));
        }
    }

    /** Where it is ours as well; of any other nobody tells. */
    private List<Measured> disk(Target target) {
        return disks.of(target, door.of(target)) instanceof ServerDisk.Seen disk
                ? List.of(
                        gauge(DATABASE, "disk_used_share", "share").at(disk.usedShare(0)),
                        gauge(DATABASE, "disk_size_bytes", "bytes").at(disk.totalBytes()))
                : List.of();
    }

    private static Told told(DatabaseLook look, List<Measured> moment, Instant at) {
        var counters = new Counters(
                at,
                look.epoch(),
                look.ageSeconds(),
                true,
                Map.of(
                        "commits", look.commits(),
                        "rollbacks", look.rollbacks(),
                        "hit", look.blocksHit(),
                        "read", look.blocksRead(),
                        "tempBytes", look.tempBytes(),
                        "deadlocks", look.deadlocks(),
                        "written", look.rowsWritten(),
                        "wal", look.walBytes()));
        return new Told(counters, moment, DatabaseSource::rates);
    }

    private static List<Measured> moment(DatabaseLook look) {
        List<Measured> moment = new ArrayList<>(List.of(
                gauge(DATABASE, "connections", "1").at(look.connections()),
                gauge(DATABASE, "connections_share", "share").at(look.connections() / look.maxConnections()),
                gauge(DATABASE, Metrics.ACTIVE_SESSIONS, "1").at(look.active()),
                gauge(DATABASE, Metrics.LOCK_WAITING_SESSIONS, "1").at(look.waitingForLocks()),
                gauge(DATABASE, Metrics.IDLE_IN_TRANSACTION_SESSIONS, "1").at(look.idleInTransaction()),
                gauge(DATABASE, "oldest_transaction_seconds", "s").at(look.oldestTransactionSeconds()),
                gauge(DATABASE, "server_up_seconds", "s").at(look.upSeconds())));
        if (look.sizeBytes() instanceof Double size) {
            moment.add(gauge(DATABASE, "database_size_bytes", "bytes").at(size));
        }
        return moment;
    }

    private static List<Measured> rates(Growth growth) {
        List<Measured> rates = new ArrayList<>(List.of(
                TRANSACTIONS.at(growth.rate("commits") + growth.rate("rollbacks")),
                ROLLBACKS.at(growth.share("rollbacks", "commits")),
                HITS.at(growth.share("hit", "read"))));
        RATES.forEach((counter, key) -> rates.add(key.at(growth.rate(counter))));
        return rates;
    }
}
