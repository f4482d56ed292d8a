package dev.perfloop.web.gates;

import dev.perfloop.web.problems.Refused;
import dev.perfloop.web.starts.Asked;
import dev.perfloop.web.starts.Intensity;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GateController {
    private final Gates gates;
    private final GateRepository rows;

    GateController(Gates gates, GateRepository rows) {
        this.gates = gates;
        this.rows = rows;
    }

    /** The gate is a run of its own: its steps and events are those of the run. */
    @PostMapping("/api/targets/{target}/gate")
    ResponseEntity<Asked> ask(
            @PathVariable String target, @Validated @RequestBody GateRequest wish, Authentication who) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(gates.ask(target, wish.intensity(), wish.allProfiles(), who.getName()));
    }

    @GetMapping("/api/runs/{id}/gate")
    GateView gate(@PathVariable String id) {
        return rows.find(id)
                .orElseThrow(() -> Refused.notFound(
                        "Run \"" + id + "\" is no gate.",
                        "POST /api/targets/{target}/gate asks for one; GET /api/runs lists the runs."));
    }

    @GetMapping(path = "/api/runs/{id}/gate/junit", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> junit(@PathVariable String id) {
        var gate = gate(id);
        if (!gate.status().equals("ENDED")) {
            throw Refused.conflict("The gate \"" + id + "\" has not ended yet.", "Ask again when it has.");
        }
        return ResponseEntity.ok(JUnitReport.of(gate));
    }

    record GateRequest(@NotNull Intensity intensity, boolean allProfiles) {
        @SuppressWarnings("NullAway") // absent means quick, before validation looks
        GateRequest {
            intensity = intensity == null ? Intensity.QUICK : intensity;
        }
    }
}
