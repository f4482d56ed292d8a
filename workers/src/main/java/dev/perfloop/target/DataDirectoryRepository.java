package dev.perfloop.target;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Where a target's server keeps its files. */
@Repository
class DataDirectoryRepository {

    /** @param tablespace where new indexes go, when that is not the data directory; else empty */
    record DataDirectory(String data, String port, String tablespace) {}

    /** Null when our role may not know. */
    @Nullable DataDirectory of(TargetDatabase target) {
        return target.read(jdbc -> jdbc.sql("""
                        SELECT data.setting AS data, port.setting AS port, pg_tablespace_location(t.oid) AS tablespace
                        FROM pg_settings data
                        JOIN pg_settings port ON port.name = 'port'
                        JOIN pg_database d ON d.datname = current_database()
                        JOIN pg_tablespace t ON CASE WHEN current_setting('default_tablespace') = ''
                                                     THEN t.oid = d.dattablespace
                                                     ELSE t.spcname = current_setting('default_tablespace') END
                        WHERE data.name = 'data_directory'""").query(DataDirectory.class).optional())
                .orElse(null);
    }
}
