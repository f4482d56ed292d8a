package dev.perfloop.run;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BlindSpotRepository {
    private final JdbcClient jdbc;

    BlindSpotRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RunId run, String what, String why, String mend) {
        jdbc.sql("""
                        INSERT INTO run_blind_spot (run_id, what, why, mend)
                        VALUES (:run, :what, :why, :mend)
                        ON CONFLICT (run_id, what) DO UPDATE SET why = EXCLUDED.why, mend = EXCLUDED.mend""")
                .param("run", run.value())
                .param("what", what)
                .param("why", why)
                .param("mend", mend)
                .update();
    }

    List<String> of(RunId run) {
        return jdbc.sql("SELECT what || ' (' || why || ')' FROM run_blind_spot WHERE run_id = :run ORDER BY what")
                .param("run", run.value())
                .query(String.class)
                .list();
    }
}
