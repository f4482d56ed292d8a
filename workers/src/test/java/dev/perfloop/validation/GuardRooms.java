package dev.perfloop.validation;

import dev.perfloop.support.Database;
import dev.perfloop.support.Rooms;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What guards need of the house, on a database of their own. */
final class GuardRooms {
    private GuardRooms() {}

    static AnnotationConfigApplicationContext open() {
        return Rooms.open(
                Database.migrated(),
                List.of(
                        MeasurementRepository.class,
                        CeilingRepository.class,
                        LiftedGuardRepository.class,
                        GateRepository.class,
                        NoiseRepository.class,
                        CalibrationRepository.class,
                        SurroundingsRepository.class,
                        TargetNoise.class,
                        RegressionGuards.class),
                "target",
                "run");
    }
}
