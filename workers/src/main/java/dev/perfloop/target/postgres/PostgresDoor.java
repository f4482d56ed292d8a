package dev.perfloop.target.postgres;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import org.springframework.stereotype.Component;

@Component
class PostgresDoor implements TargetDatabase.Door {
    private final KeptConnections kept;

    PostgresDoor(KeptConnections kept) {
        this.kept = kept;
    }

    @Override
    public TargetDatabase of(Target target) {
        return new PostgresTargetDatabase(target.database(), target.guards().lockTimeout(), kept);
    }
}
