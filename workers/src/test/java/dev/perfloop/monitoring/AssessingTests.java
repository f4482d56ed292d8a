package dev.perfloop.monitoring;

import static dev.perfloop.monitoring.Watched.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfloop.monitoring.series.Reading;
import dev.perfloop.monitoring.series.SeriesKey;
import dev.perfloop.monitoring.series.Source;
import dev.perfloop.monitoring.store.RollUps;
import dev.perfloop.monitoring.store.Samples;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssessingTests {
    private static final SeriesKey ACTIVE = SeriesKey.gauge(Source.DATABASE, "active_sessions", "1");
    private Watched watched;

    @BeforeEach
    void open() throws IOException, SQLException {
        watched = new Watched();
        watched.served(1000, 0, 50);
        watched.says("/list", "[]");
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void readingsOfThisCycleAreWhatItRestsOn() throws Exception {
        watched.collect(0);
        watched.served(1030, 0, 51.5);
        watched.collect(15);

        assertThat(looking().look("shop")).isEqualTo(new Looked.Fresh(0));
        assess(RestsOn.REAL_TIME);

        assertThat(value("requests_per_second")).isEqualTo(2, within(1e-9));
        assertThat(watched.jdbc
                        .sql("SELECT rests_on FROM assessment")
                        .query(String.class)
                        .single())
                .isEqualTo("REAL_TIME");
    }

    @Test
    void whereTheBeatBroughtNothingTheSourcesAreAskedHereAndNow() throws Exception {
        assertThat(looking().look("shop")).isInstanceOf(Looked.Fresh.class);

        assertThat(watched.value("connections", "", 0)).isPositive();
    }

    @Test
    void whenAllIsSilentTheLastMinutesStandInAndLaterTheHoursAlike() throws Exception {
        oneHourOnEachOfTheLastDays();
        watched.collect(0);
        silence();

        watched.now(NOON.plusSeconds(300));
        assertThat(looking().look("shop")).isInstanceOf(Looked.Silent.class);
        assertThat(looking().fallBack("shop")).isEqualTo(RestsOn.DELAYED);

        watched.now(NOON.plusSeconds(1200));
        assertThat(looking().fallBack("shop")).isEqualTo(RestsOn.HISTORICAL);
        assess(RestsOn.HISTORICAL);
        assertThat(value("active_sessions")).isEqualTo(5.5, within(0.6));
    }

    @Test
    void withoutAPastItRestsOnNothingAndSaysSo() {
        assertThat(looking().fallBack("shop")).isEqualTo(RestsOn.NOTHING);
        assess(RestsOn.NOTHING);

        assertThat(watched.jdbc
                        .sql("SELECT count(*) FROM assessment_reading")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNotWantedIsNotLookedAt() throws Exception {
        watched.jdbc.sql("UPDATE monitoring SET wanted = false").update();

        assertThat(looking().look("shop")).isEqualTo(new Looked.Unwanted());
    }

    @Test
    void theUsualIsThatOfThisHourOnOtherDays() throws Exception {
        oneHourOnEachOfTheLastDays();
        watched.collect(0);
        assess(RestsOn.REAL_TIME);

        var band = watched.jdbc
                .sql("""
                        SELECT baseline_low, baseline_mid, baseline_high FROM assessment_reading
                        WHERE metric = 'active_sessions'""")
                .query((row, n) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .single();
        assertThat(band.get(1)).isEqualTo(5.5, within(0.6));
        assertThat(band.get(0)).isLessThan(4.6);
        assertThat(band.get(2)).isGreaterThan(6.4).isLessThan(12);
        assertThat(watched.jdbc
                        .sql("SELECT hour || ' ' || zone || ' ' || (mid = :mid) FROM usual_hour")
                        .param("mid", band.get(1))
                        .query(String.class)
                        .list())
                .as("a Friday's noon")
                .containsExactly("108 UTC true");
        assertThat(watched.jdbc
                        .sql(
                                "SELECT count(*) FROM assessment_reading WHERE metric = 'connections' AND baseline_mid IS NULL")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** Between five and six sessions in the hour of noon, on each of the last six days. */
    private void oneHourOnEachOfTheLastDays() {
        List<Reading> readings = new ArrayList<>();
        for (int day = 6; day >= 1; day--) {
            for (int minute = 0; minute < 59; minute++) {
                readings.add(new Reading(
                        Source.DATABASE,
                        NOON.minus(Duration.ofDays(day)).plusSeconds(60 * minute),
                        15,
                        List.of(ACTIVE.at(5 + minute % 11 / 10.0))));
            }
        }
        watched.now(NOON);
        watched.rooms.getBean(Samples.class).keep("shop", readings, () -> {});
        watched.rooms.getBean(RollUps.class).catchUp();
    }

    private void silence() {
        String definition = watched.definition("")
                .replace("user: postgres", "user: nobody_there")
                .replace(watched.url(), "http://127.0.0.1:1");
        watched.jdbc
                .sql("UPDATE target SET definition = :d")
                .param("d", definition)
                .update();
    }

    private Looking looking() {
        return watched.rooms.getBean(Looking.class);
    }

    private void assess(RestsOn restsOn) {
        watched.rooms.getBean(Assessing.class).assess("shop", restsOn);
    }

    private double value(String metric) {
        return watched.jdbc
                .sql("SELECT value FROM assessment_reading WHERE metric = :metric AND subject IS NULL")
                .param("metric", metric)
                .query(Double.class)
                .single();
    }
}
