package dev.perfloop.validation;

import static dev.perfloop.validation.Measured.NOTHING_ASKED;
import static dev.perfloop.validation.Measured.arm;
import static dev.perfloop.validation.Measured.baseline;
import static dev.perfloop.validation.Measured.judge;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RollbackProofTests {
    @Test
    void latencyThatDoesNotDifferIsBack() {
        var proof = proof(baseline(arm(1, 60, 25, 100, 0.3)), baseline(arm(2, 60, 25, 100, 0.3)));

        assertThat(proof.result()).isEqualTo(RollbackProof.Result.BACK);
        assertThat(proof.reason())
                .startsWith("As before: baseline p95 of all requests")
                .contains("surely");
    }

    @Test
    void latencyThatIsSurelyWorseIsNotBackAndSaysHowMuch() {
        var proof = proof(baseline(arm(1, 60, 25, 100, 0.3)), baseline(arm(2, 60, 25, 200, 0.3)));

        assertThat(proof.result()).isEqualTo(RollbackProof.Result.NOT_BACK);
        assertThat(proof.reason()).contains("baseline p50 of all requests +");
    }

    @Test
    void errorsThatWereNotThereBeforeAreNotBack() {
        var proof = proof(baseline(arm(60, 25, 0, () -> 100_000)), baseline(arm(60, 25, 10, () -> 100_000)));

        assertThat(proof.result()).isEqualTo(RollbackProof.Result.NOT_BACK);
    }

    @Test
    void whatWasNotMeasuredIsUnknownAndNeverBack() {
        assertThat(proof(baseline(arm(1, 60, 25, 100, 0.3)), new Profiles(Map.of()))
                        .result())
                .isEqualTo(RollbackProof.Result.UNKNOWN);
        assertThat(proof(new Profiles(Map.of()), new Profiles(Map.of())).result())
                .isEqualTo(RollbackProof.Result.UNKNOWN);
    }

    private static RollbackProof proof(Profiles before, Profiles now) {
        return RollbackProof.of(judge().judge(NOTHING_ASKED, before, now).metrics());
    }
}
