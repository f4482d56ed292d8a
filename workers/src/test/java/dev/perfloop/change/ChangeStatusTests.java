package dev.perfloop.change;

import static dev.perfloop.change.ChangeStatus.APPLIED;
import static dev.perfloop.change.ChangeStatus.APPLYING;
import static dev.perfloop.change.ChangeStatus.KEPT;
import static dev.perfloop.change.ChangeStatus.OUT;
import static dev.perfloop.change.ChangeStatus.PROPOSED;
import static dev.perfloop.change.ChangeStatus.PUTTING_BACK;
import static dev.perfloop.change.ChangeStatus.REVERTED;
import static dev.perfloop.change.ChangeStatus.SKIPPED;
import static dev.perfloop.change.ChangeStatus.TAKING_OUT;
import static dev.perfloop.change.ChangeStatus.TO_BE_TAKEN_BACK;
import static dev.perfloop.change.ChangeStatus.UNDOING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeStatusTests {
    @ParameterizedTest
    @EnumSource(names = {"REVERTED", "SKIPPED", "TO_BE_TAKEN_BACK"})
    void anEndStaysAnEnd(ChangeStatus end) {
        assertThat(after(end)).isEmpty();
    }

    @Test
    void whatWasBegunIsEitherKeptOrTakenBack() {
        assertThat(after(PROPOSED)).containsExactlyInAnyOrder(APPLYING, APPLIED, SKIPPED);
        assertThat(after(APPLYING)).containsExactlyInAnyOrder(APPLIED, UNDOING);
        assertThat(after(APPLIED)).containsExactlyInAnyOrder(KEPT, TAKING_OUT, UNDOING, TO_BE_TAKEN_BACK);
        assertThat(after(UNDOING)).containsExactlyInAnyOrder(REVERTED, TO_BE_TAKEN_BACK);
    }

    @Test
    void whatIsKeptCanBeTakenBackLater() {
        assertThat(after(KEPT)).containsExactly(UNDOING);
    }

    @Test
    void whatIsTakenOutIsPutBackOrTakenBack() {
        assertThat(after(TAKING_OUT)).containsExactlyInAnyOrder(OUT, UNDOING);
        assertThat(after(OUT)).containsExactlyInAnyOrder(PUTTING_BACK, UNDOING);
        assertThat(after(PUTTING_BACK)).containsExactlyInAnyOrder(APPLIED, UNDOING);
    }

    private static Set<ChangeStatus> after(ChangeStatus status) {
        var next = EnumSet.noneOf(ChangeStatus.class);
        Arrays.stream(ChangeStatus.values()).filter(status::canTransitionTo).forEach(next::add);
        return next;
    }
}
