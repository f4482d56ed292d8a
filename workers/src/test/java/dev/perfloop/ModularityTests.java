package dev.perfloop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    /** From the cellar to the roof; DESIGN.md draws the same order. */
    private static final List<String> ROOMS = List.of(
            "camunda",
            "mail",
            "trend",
            "target",
            "run",
            "schedule",
            "load",
            "profiling",
            "fingerprint",
            "check",
            "monitoring",
            "change",
            "analysis",
            "optimization",
            "approval",
            "validation",
            "report",
            "alert",
            "weekly");

    private final ApplicationModules modules =
            ApplicationModules.of(WorkersApplication.class, resideInAPackage("dev.perfloop.contract.."));

    @Test
    void everyRoomUsesOnlyTheRoomsItDeclares() {
        modules.verify();
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("dev.perfloop.(*)..").should().beFreeOfCycles().check(House.CLASSES);
    }

    @Test
    void everyRoomHasItsPlaceInTheOrder() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .isSubsetOf(ROOMS);
    }

    @Test
    void arrowsPointDownOnly() {
        modules.stream()
                .forEach(room -> assertThat(roomsUsedBy(room))
                        .as("what %s uses", room.getIdentifier())
                        .allMatch(used -> ROOMS.indexOf(used)
                                < ROOMS.indexOf(room.getIdentifier().toString())));
    }

    private List<String> roomsUsedBy(ApplicationModule room) {
        return room.getDirectDependencies(modules)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .toList();
    }
}
