package dev.perfloop.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.trend.Explanation.Ambiguous;
import dev.perfloop.trend.Explanation.Explained;
import dev.perfloop.trend.Explanation.Unexplained;
import dev.perfloop.trend.Happening.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningsTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theOneThatWasNearIsTheSuspect() {
        var explained = explain(at(-10, Kind.DEPLOYMENT, "v2"), at(-600, Kind.APPLIED_CHANGE, "index"));

        assertThat(explained).isInstanceOfSatisfying(Explained.class, it -> {
            assertThat(it.by().happening().id()).isEqualTo("v2");
            assertThat(it.by().lag()).isEqualTo(Duration.ofMinutes(10));
            assertThat(it.by().sure()).isGreaterThan(0.99);
        });
    }

    @Test
    void severalAreAmbiguousAndTheNearestComesFirst() {
        var explained = explain(at(-40, Kind.DEPLOYMENT, "v2"), at(-3, Kind.APPLIED_CHANGE, "index"));

        assertThat(explained)
                .isInstanceOfSatisfying(
                        Ambiguous.class,
                        it -> assertThat(it.suspects())
                                .extracting(suspect -> suspect.happening().id())
                                .containsExactly("index", "v2"));
    }

    @Test
    void whatHappensAllTheTimeIsHardlyASuspect() {
        List<Happening> all = new ArrayList<>();
        for (int i = 0; i < 7 * 24 * 2; i++) {
            all.add(at(-5 - 30 * i, Kind.RUN, "run" + i));
        }
        all.add(at(-25, Kind.DEPLOYMENT, "v2"));

        var explained =
                new Happenings(all, Duration.ofDays(7), Duration.ofMinutes(30)).explain(NOON.minusSeconds(60), NOON);

        assertThat(explained).isInstanceOfSatisfying(Ambiguous.class, it -> {
            assertThat(it.suspects().getFirst().happening().id())
                    .as("further away, but it is the only one of its kind in a week")
                    .isEqualTo("v2");
            assertThat(it.suspects().getLast().sure()).isLessThan(0.9);
        });
    }

    @Test
    void whatComesAfterIsNone() {
        assertThat(explain(at(5, Kind.DEPLOYMENT, "v2"))).isEqualTo(new Unexplained());
        assertThat(explain(at(-61, Kind.DEPLOYMENT, "v2")))
                .as("the value before was a minute earlier")
                .isInstanceOf(Explained.class);
        assertThat(explain(at(-62, Kind.DEPLOYMENT, "v2"))).isEqualTo(new Unexplained());
    }

    @Test
    void aRestartThatADeploymentBroughtIsNoSecondSuspect() {
        assertThat(explain(at(-10, Kind.DEPLOYMENT, "v2"), at(-8, Kind.RESTART, "shop")))
                .isInstanceOfSatisfying(
                        Explained.class,
                        it -> assertThat(it.by().happening().kind()).isEqualTo(Kind.DEPLOYMENT));
        assertThat(explain(at(-8, Kind.RESTART, "shop"))).isInstanceOf(Explained.class);
    }

    @Test
    void explainsAPointOfASeries() {
        var series =
                Series.of(NOON.minusSeconds(600), Duration.ofMinutes(1), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9);
        var point = ChangePoints.of(series).getFirst();

        var explained = new Happenings(
                        List.of(at(-1, Kind.APPLIED_CHANGE, "index")), Duration.ofDays(7), Duration.ofHours(1))
                .explain(series, point);

        assertThat(explained).isInstanceOf(Explained.class);
    }

    private static Explanation explain(Happening... happenings) {
        return new Happenings(List.of(happenings), Duration.ofDays(7), Duration.ofHours(1))
                .explain(NOON.minusSeconds(60), NOON);
    }

    private static Happening at(int minutes, Kind kind, String id) {
        return new Happening(NOON.plus(Duration.ofMinutes(minutes)), kind, id);
    }
}
