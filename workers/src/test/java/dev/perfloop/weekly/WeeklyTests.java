package dev.perfloop.weekly;

import static dev.perfloop.weekly.ReportedShop.NOW;
import static dev.perfloop.weekly.ReportedShop.THURSDAY;
import static dev.perfloop.weekly.ReportedShop.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WeeklyTests {
    private ReportedShop shop;

    @BeforeEach
    void open() {
        shop = new ReportedShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aWeekIsReportedOnceInTheMorningOfTheNextAndSentToWhomItConcerns() throws Exception {
        shop.series("requests_per_second", null, "1/s", at -> 40);
        shop.now(NOW.minus(Duration.ofMinutes(31)));
        beat().askForWeeks();
        assertThat(shop.text("SELECT count(*) FROM target_report"))
                .as("not before seven in Berlin")
                .isEqualTo("0");

        shop.now(NOW);
        try (var two = Executors.newFixedThreadPool(2)) {
            two.invokeAll(List.of(Executors.callable(this::beatOnce), Executors.callable(this::beatOnce)))
                    .forEach(WeeklyTests::get);
        }
        shop.now(NOW.plus(Duration.ofDays(3)));
        beatOnce();

        assertThat(shop.text("SELECT string_agg(status || ' ' || since || ' ' || until, ',') FROM target_report"))
                .isEqualTo(shop.text("SELECT 'MADE ' || '%s'::timestamptz || ' ' || '%s'::timestamptz"
                        .formatted(WEEK, WEEK.plus(Duration.ofDays(7)))));
        assertThat(shop.text("SELECT string_agg(recipient || ' ' || subject, ',') FROM letter"))
                .isEqualTo("ops@example.org Weekly report: shop, 9 Nov 2026 00:00 to 16 Nov 2026 00:00");
        assertThat(shop.text("SELECT html FROM letter")).isEqualTo(shop.text("SELECT html FROM target_report"));
    }

    @Test
    void whatGotWorseIsSaidWithWhatWasDoneJustBefore() {
        shop.series("request_p95_ms", null, "ms", at -> at.isBefore(THURSDAY) ? daily(at) : 2 * daily(at));
        shop.series("requests_per_second", null, "1/s", at -> 40);
        shop.kept(THURSDAY.minus(Duration.ofMinutes(20)));

        String report = made();

        assertThat(JsonPath.<List<String>>read(report, "$.trends[?(@.metric == 'request_p95_ms')].tone"))
                .containsExactly("WORSE");
        assertThat(JsonPath.<List<Integer>>read(report, "$.trends[?(@.metric == 'request_p95_ms')].above"))
                .first()
                .satisfies(hours -> assertThat(hours).isBetween(70, 90));
        assertThat(JsonPath.<String>read(report, "$.levelChanges[0].at")).isEqualTo(THURSDAY.toString());
        assertThat(JsonPath.<List<String>>read(report, "$.levelChanges[0].suspects"))
                .anyMatch(it -> it.equals("applied: " + ReportedShop.INDEX));
        assertThat(JsonPath.<List<String>>read(report, "$.trends[?(@.metric == 'requests_per_second')].tone"))
                .containsExactly("ALIKE");
    }

    @Test
    void aKeptIndexThatIsUsedAndFastEarnsItsPlaceAndOneThatNothingUsesDoesNot() {
        shop.series("request_p95_ms", "GET /api/orders", "ms", at -> 101);
        shop.series("requests_per_second", null, "1/s", at -> 40);
        shop.kept(WEEK.minus(Duration.ofDays(20)));
        shop.now(WEEK.minus(Duration.ofHours(3)));
        beat().countUse();
        shop.now(NOW);

        assertThat(JsonPath.<String>read(made(), "$.changes[0].standing")).isEqualTo("UNUSED");

        shop.useIndex();
        shop.now(NOW.plusSeconds(60));
        String again = made();
        assertThat(JsonPath.<String>read(again, "$.changes[0].standing")).isEqualTo("EARNS");
        assertThat(JsonPath.<Double>read(again, "$.changes[0].nowMs")).isEqualTo(101);
        assertThat(JsonPath.<List<String>>read(again, "$.changes[0].requests")).containsExactly("list");

        shop.their("DROP INDEX perfloop_orders");
        shop.now(NOW.plusSeconds(120));
        assertThat(JsonPath.<String>read(made(), "$.changes[0].standing")).isEqualTo("MISSING");
    }

    @Test
    void statementsAreThereWithTheirChange() {
        int load = shop.series("statement_load", "42", "1", at -> at.isBefore(WEEK) ? 0.1 : 0.3);
        int calls = shop.series("statement_calls_per_second", "42", "1/s", at -> 10);
        assertThat(load).isNotEqualTo(calls);

        String report = made();

        assertThat(JsonPath.<Double>read(report, "$.statements[0].seconds")).isEqualTo(0.3 * 7 * 86400);
        assertThat(JsonPath.<Double>read(report, "$.statements[0].meanMs")).isEqualTo(30);
        assertThat(JsonPath.<Double>read(report, "$.statements[0].meanChangePct"))
                .isBetween(199.9, 200.1);
        assertThat(JsonPath.<List<String>>read(report, "$.notKnown"))
                .noneMatch(it -> it.contains("pg_stat_statements"));
    }

    @Test
    void itSaysWhatPeopleSaidOfItsAlerts() {
        shop.alert("REQUESTS", "slow", "REAL");
        shop.alert("CPU", "busy", "NOISE");
        shop.alert("POOL", "empty", null);
        shop.alert("DISK", "full", null);

        String report = made();

        assertThat(JsonPath.<Map<String, Integer>>read(report, "$.verdicts"))
                .isEqualTo(Map.of("alerts", 4, "notOver", 4, "real", 1, "noise", 1, "none", 2));
        assertThat(JsonPath.<List<String>>read(report, "$.alerts[?(@.family == 'CPU')].verdictBy"))
                .containsExactly("ann");
        String said = "People said of 1 that they were real, of 1 that they were noise, and nothing of 2.";
        assertThat(shop.text("SELECT html FROM target_report")).contains(said, "Noise, says ann");
        assertThat(shop.text("SELECT markdown FROM target_report")).contains(said, "Real, says ann");
    }

    @Test
    void whenTheDiskIsFullIsSaidWhereSomebodySeesTheDisk() {
        shop.series("database_size_bytes", null, "bytes", at -> 1e9 + 1e6 * days(at));
        assertThat(JsonPath.<String>read(made(), "$.outlooks[0].words"))
                .startsWith("It grows by")
                .contains("cannot be told");

        shop.series("disk_used_share", null, "share", at -> 0.6 + 0.01 * days(at));
        shop.series("disk_size_bytes", null, "bytes", at -> 500e9);
        String report = made();

        assertThat(JsonPath.<String>read(report, "$.outlooks[0].what")).isEqualTo("The disk of the database full");
        assertThat(JsonPath.<String>read(report, "$.outlooks[0].words"))
                .startsWith("88 % of 500 GB are in use. About 2026-11-2");
        assertThat(JsonPath.<String>read(report, "$.outlooks[1].words")).doesNotContain("cannot be told");
    }

    @Test
    void withoutReadingsItSaysSoAndBlamesNobody() {
        shop.kept(WEEK);
        shop.jdbc
                .sql("UPDATE target SET definition = definition || 'objectives: ['")
                .update();

        String report = made();

        assertThat(JsonPath.<List<Object>>read(report, "$.trends")).isEmpty();
        assertThat(JsonPath.<Double>read(report, "$.heard")).isZero();
        assertThat(JsonPath.<String>read(report, "$.changes[0].standing")).isEqualTo("CANNOT_TELL");
        assertThat(JsonPath.<List<String>>read(report, "$.notKnown"))
                .anyMatch(it -> it.startsWith("The target's file cannot be read"))
                .anyMatch(it -> it.contains("monitor start"));
    }

    @Test
    void aTargetThatIsWatchedSinceAnHourIsToldByMinutes() {
        int id = shop.series("requests_per_second", null, "1/s", at -> 40);
        shop.jdbc.sql("DELETE FROM sample_hour").update();
        shop.jdbc
                .sql("UPDATE series SET first_at = :first")
                .param("first", WEEK.plus(Duration.ofHours(7 * 24 - 1)).atOffset(ZoneOffset.UTC))
                .update();
        shop.jdbc
                .sql("""
                        INSERT INTO sample_minute (series_id, at, count, low, high, total, weight, last)
                        SELECT :id, :end::timestamptz - make_interval(mins => n), 4, 7, 7, 7 * 60, 60, 7 FROM generate_series(1, 60) n""")
                .param("id", id)
                .param("end", WEEK.plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();

        String report = made();

        assertThat(JsonPath.<Number>read(report, "$.trends[0].mean").doubleValue())
                .isEqualTo(7);
        assertThat(JsonPath.<Number>read(report, "$.heard").doubleValue()).isBetween(0.0059, 0.006);
    }

    @Test
    void whatOthersWroteIsShownAndNeverRun() {
        String evil = "<script>alert(1)</script> | \u202Egnp.exe & `x` [a](http://e)";
        shop.alert("REQUESTS", evil, null);

        made();

        assertThat(shop.text("SELECT html FROM target_report"))
                .contains("&lt;script&gt;alert(1)", "\\u202E")
                .doesNotContain("<script", "\u202E");
        assertThat(shop.text("SELECT markdown FROM target_report"))
                .contains("\\<script\\>", "\\| \\\\u202E", "\\[a\\](http://e)")
                .doesNotContain("\u202E");
    }

    /** Since three weeks before the week. */
    private static double days(Instant at) {
        return Duration.between(WEEK.minus(Duration.ofDays(21)), at).toMinutes() / 1440.0;
    }

    private static double daily(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        // Not quite alike from day to day, as nothing is.
        return (hour > 6 && hour < 20 ? 150 : 60) + at.getEpochSecond() / 3600 % 7;
    }

    private WeeklyBeat beat() {
        return shop.rooms.getBean(WeeklyBeat.class);
    }

    private void beatOnce() {
        beat().askForWeeks();
        beat().make();
    }

    /** The report of the week, made anew. */
    private String made() {
        shop.jdbc.sql("DELETE FROM target_report").update();
        shop.jdbc
                .sql("DELETE FROM index_use WHERE at > :until")
                .param("until", WEEK.plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
        shop.jdbc
                .sql("""
                        INSERT INTO target_report (id, target_id, since, until, zone, weekly, status, asked_by, asked_at)
                        VALUES (gen_random_uuid(), 'shop', :since, :until, 'Europe/Berlin', false, 'WAITING', 'ann', now())""")
                .param("since", WEEK.atOffset(ZoneOffset.UTC))
                .param("until", WEEK.plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .update();
        beat().make();
        assertThat(shop.text("SELECT count(*) FROM letter"))
                .as("who asked reads it here")
                .isEqualTo("0");
        return shop.text("SELECT content FROM target_report WHERE status = 'MADE'");
    }

    private static void get(Future<Object> done) {
        try {
            done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
