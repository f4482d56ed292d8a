package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "calibrate",
        description = "Drives baseline and peak several times on a target as it is, to know how much load tests of it "
                + "differ for no reason and how often a verdict would raise a false alarm.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the noise is known",
            "1:the calibration was cancelled or failed",
            "2:no such target, an active run on it, or something else a person must mend",
            "3:too few of its load tests were valid"
        })
final class CalibrateCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--target", required = true, description = "The target's name.")
    private String target = "";

    @Option(
            names = "--tests",
            defaultValue = "6",
            description = "Alike load tests, 3 to 10; more know the noise better (default: ${DEFAULT-VALUE}).")
    private int tests = 6;

    @Option(names = "--show", description = "Drive nothing; show the newest calibration and whether it still holds.")
    private boolean show;

    @ArgGroup
    private @Nullable IntensityOptions intensity;

    @Override
    public Integer call() {
        var api = server.api();
        JsonNode calibration = show
                ? api.get("/api/targets/" + TargetCommand.encoded(target) + "/calibration")
                : api.get("/api/runs/" + TargetCommand.encoded(measured(api)) + "/calibration");
        if (server.json()) {
            ServerOptions.print(calibration);
        } else {
            CalibrationPrinter.print(calibration, System.out);
        }
        return exitCode(calibration.path("outcome").asText());
    }

    private String measured(Api api) {
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("intensity", intensity == null ? "QUICK" : intensity.name())
                .put("tests", tests);
        var asked = api.post("/api/targets/" + TargetCommand.encoded(target) + "/calibration", wish);
        String run = asked.path("runId").asText();
        System.err.println("Calibration " + run + " started: " + tests + " alike tests.");
        if (asked.hasNonNull("note")) {
            System.err.println(asked.path("note").asText());
        }
        new RunWatch(api, run, Screen.of(System.err)).watch();
        return run;
    }

    static int exitCode(String outcome) {
        return switch (outcome) {
            case "CALIBRATED" -> 0;
            case "INCONCLUSIVE" -> 3;
            default -> 1;
        };
    }
}
