package dev.perfloop.weekly.lasting;

import static dev.perfloop.weekly.lasting.KeptChange.Standing.CANNOT_TELL;
import static dev.perfloop.weekly.lasting.KeptChange.Standing.EARNS;
import static dev.perfloop.weekly.lasting.KeptChange.Standing.FADES;
import static dev.perfloop.weekly.lasting.KeptChange.Standing.MISSING;
import static dev.perfloop.weekly.lasting.KeptChange.Standing.UNUSED;
import static dev.perfloop.weekly.lasting.KeptChange.Standing.USED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgingTests {
    private static final Instant END = Instant.parse("2026-11-16T00:00:00Z");
    private static final Use WELL_USED = used(1000, Duration.ofDays(7));

    @Test
    void anIndexThatIsUsedAndWhoseRequestsAreAsFastEarnsItsPlace() {
        var kept = judged(WELL_USED, now(21, 40));

        assertThat(kept.standing()).isEqualTo(EARNS);
        assertThat(kept.words())
                .contains("used 1,000 times in 7.0 days")
                .contains("p95 was 120.0 ms, 20.0 ms with it, and is 21.0 ms now");
    }

    @Test
    void requestsThatLostAFifthOfTheGainSayThatItFades() {
        assertThat(judged(WELL_USED, now(41, 40)).standing()).isEqualTo(FADES);
        assertThat(judged(WELL_USED, now(39, 40)).standing()).isEqualTo(EARNS);
        assertThat(judged(WELL_USED, now(500, 40)).words()).contains("0 % of the gain is left");
    }

    @Test
    void whatNothingUsesDoesNotEarnItsPlaceHoweverFastRequestsAre() {
        assertThat(judged(used(0, Duration.ofDays(7)), now(20, 40)).standing()).isEqualTo(UNUSED);
        assertThat(judged(used(0, Duration.ofHours(3)), now(20, 40)).standing())
                .as("three hours are no proof")
                .isEqualTo(CANNOT_TELL);
    }

    @Test
    void anIdleServiceProvesNothingAndACrowdedOneNeither() {
        assertThat(judged(WELL_USED, now(15, 3)).standing()).isEqualTo(USED);
        assertThat(judged(WELL_USED, now(15, 3)).words()).contains("an idle service is quick");
        assertThat(judged(WELL_USED, now(90, 100)).standing()).isEqualTo(USED);
        assertThat(judged(WELL_USED, now(20, 100)).standing())
                .as("as fast under more load is more than was promised")
                .isEqualTo(EARNS);
        assertThat(judged(WELL_USED, now(90, 3)).standing())
                .as("slow without load is slow")
                .isEqualTo(FADES);
    }

    @Test
    void withoutFiguresItIsSaidWhatLacks() {
        var kept = judged(WELL_USED, new Now(null, 40.0, "the service tells no percentiles."));

        assertThat(kept.standing()).isEqualTo(USED);
        assertThat(kept.words()).contains("cannot be told: the service tells no percentiles.");
        assertThat(judged(new Use.Unknown("Nobody counted."), now(20, 40)).standing())
                .isEqualTo(CANNOT_TELL);
        assertThat(judged(new Use.Missing(), now(20, 40)).standing()).isEqualTo(MISSING);
    }

    @Test
    void aSettingIsJudgedByItsRequestsAlone() {
        assertThat(judged(new Use.None(), now(20, 40)).standing()).isEqualTo(EARNS);
        assertThat(judged(new Use.None(), now(null, 40)).standing()).isEqualTo(CANNOT_TELL);
    }

    private static KeptChange judged(Use use, Now now) {
        return Judging.of(
                new Proof(
                        "c1",
                        "run-1",
                        "CREATE_INDEX",
                        "CREATE INDEX ...",
                        "public.i",
                        END,
                        List.of("list"),
                        120.0,
                        20.0,
                        40.0),
                use,
                now);
    }

    private static Use used(long scans, Duration lasted) {
        return new Use.Scanned(scans, END.minus(lasted), END, 12_000_000);
    }

    private static Now now(@Nullable Integer p95, int rate) {
        return new Now(p95 == null ? null : Double.valueOf(p95), (double) rate, "nobody says.");
    }
}
