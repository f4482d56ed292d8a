package dev.perfloop.web.guards;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Guards that were lifted and that no run has set anew since. */
@Service
public class LiftedGuards {
    private final LiftedGuardsRepository rows;

    LiftedGuards(LiftedGuardsRepository rows) {
        this.rows = rows;
    }

    /** The last time that guards of a target were lifted; empty where it was never, or where guards were set since. */
    public Optional<Lifted> lastOf(String target) {
        return rows.lastOf(target);
    }

    /** @param changeId the change that was taken back; null where a person lifted the guards themselves */
    public record Lifted(
            int guards, String by, Instant at, @Nullable String changeId) {
        private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                        "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);

        public String words() {
            String when = (guards == 1 ? "1 guard was" : guards + " guards were") + " lifted on " + MINUTE.format(at);
            return changeId == null
                    ? when + " by " + by + ". The next verified run sets them anew."
                    : when + ", as " + by + " took change " + changeId
                            + " back: they were verified with it in place and hold no longer. The next verified run sets them anew.";
        }
    }
}
