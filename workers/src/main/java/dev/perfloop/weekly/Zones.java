package dev.perfloop.weekly;

import dev.perfloop.target.Target;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose days make a target's week: those of its maintenance windows, else those that monitoring goes by. */
@Component
class Zones {
    private final ZoneId usual;

    Zones(@Value("${perfloop.monitoring.zone:UTC}") ZoneId usual) {
        this.usual = usual;
    }

    ZoneId of(Target target) {
        return target.guards().maintenance().stream()
                .findFirst()
                .map(window -> window.zone())
                .orElse(usual);
    }
}
