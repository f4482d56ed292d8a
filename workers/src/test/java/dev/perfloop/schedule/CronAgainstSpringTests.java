package dev.perfloop.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.contract.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;

/** Spring's cron has a field more for the seconds and reads the others alike; on a clock without jumps both must say the same. */
class CronAgainstSpringTests {
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-11-21T12:34:56");

    /** A step over the days of a week begins with Sunday, as crontab has it, and with Monday at Spring. */
    private static final int SATURDAY = 6;

    private final Random random = new Random(20261121);

    @Test
    void thousandExpressionsComeAsSpringSays() {
        for (int i = 0; i < 1000; i++) {
            String cron = String.join(
                    " ",
                    field(0, 59, true),
                    field(0, 23, true),
                    field(1, 31, false),
                    field(1, 12, false),
                    field(0, 6, false));
            var springs = CronExpression.parse("0 " + cron);
            var ours = Timetable.of(cron, ZoneOffset.UTC, Instant.EPOCH);
            var at = BEGIN.plusHours(random.nextInt(100_000));
            for (int n = 0; n < 5; n++) {
                var next = Optional.ofNullable(springs.next(at));
                assertThat(ours.next(at.toInstant(ZoneOffset.UTC)))
                        .as("%s after %s", cron, at)
                        .isEqualTo(next.map(it -> it.toInstant(ZoneOffset.UTC)));
                if (next.isEmpty()) {
                    break;
                }
                at = Objects.requireNonNull(next.get());
            }
        }
    }

    /** Rare days are left out: both give up some time, each at its own. */
    private String field(int least, int most, boolean precise) {
        int from = least + random.nextInt(most - least + 1);
        int to = from + random.nextInt(most - from + 1);
        return switch (random.nextInt(precise ? 5 : 4)) {
            case 0 -> "*";
            case 1 -> most == SATURDAY ? "*" : "*/" + (1 + random.nextInt(most - least > 20 ? 9 : 3));
            case 2 -> from + "-" + to;
            case 3 -> Math.min(from, 28) + "," + Math.min(to, 28);
            default -> String.valueOf(from);
        };
    }
}
