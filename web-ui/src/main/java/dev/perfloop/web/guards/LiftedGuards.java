package dev.perfloop.web.guards;

import dev.perfloop.web.guards.LiftedGuardsRepository.Lifted;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Guards that were lifted and that no run has set anew since. */
@Service
public class LiftedGuards {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final LiftedGuardsRepository rows;

    LiftedGuards(LiftedGuardsRepository rows) {
        this.rows = rows;
    }

    /** Of the last time that guards of a target were lifted; empty where it was never, or where guards were set since. */
    public Optional<String> words(String target) {
        return rows.lastOf(target).map(LiftedGuards::words);
    }

    private static String again(int older) {
        return switch (older) {
            case 0 -> "";
            case 1 -> "1 older one, verified without it, stands again. ";
            default -> older + " older ones, verified without it, stand again. ";
        };
    }

    private static String words(Lifted lifted) {
        String when = (lifted.guards() == 1 ? "1 guard was" : lifted.guards() + " guards were") + " lifted on "
                + MINUTE.format(lifted.at());
        return lifted.changeId() == null
                ? when + " by " + lifted.by() + ". The next verified run sets them anew."
                : when + ", as " + lifted.by() + " took change " + lifted.changeId()
                        + " back: they were verified with it in place and hold no longer. "
                        + again(lifted.broughtBack())
                        + "The next verified run sets them anew.";
    }
}
