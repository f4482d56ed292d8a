package dev.perfloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perfloop.contract.LeavingOut.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavingOutTests {
    private final LeavingOut plan = new LeavingOut(List.of(
            new Item("r-c1", 1, List.of()), new Item("r-c2", 2, List.of("r-c1")), new Item("r-c3", 3, List.of())));

    @Test
    void changesAreNamedByNumberOrId() {
        assertThat(plan.ids(List.of(" 3", "r-c2", ""))).containsExactly("r-c2", "r-c3");
        assertThat(plan.ids(List.of())).isEmpty();
    }

    @Test
    void whatAnotherNeedsGoesOnlyWithIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.ids(List.of("1")))
                .withMessage("Change 2 needs change 1. Leave out both or none of them.");
        assertThat(plan.ids(List.of("1", "2"))).containsExactly("r-c1", "r-c2");
    }

    @Test
    void anUnknownChangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.ids(List.of("3", "7")))
                .withMessageContaining("no change 7");
    }

    @Test
    void aPlanOfNothingIsARejection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.ids(List.of("1", "2", "3")))
                .withMessageContaining("Reject it");
    }
}
