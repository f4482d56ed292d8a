package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "gate",
        description = "Measures a target now and holds it to its regression guards.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every guard is surely held",
            "1:a guarded value is surely above its ceiling",
            "2:there are no guards yet, or something else a person must mend",
            "3:nobody can tell: missing or too little data, or the gate was cut short"
        })
final class GateCommand implements Callable<Integer> {
    private static final int INCONCLUSIVE = 3;

    @Mixin
    private ServerAddress server = new ServerAddress();

    @Option(names = "--target", required = true, description = "The target's name.")
    private String target = "";

    @ArgGroup
    private @Nullable IntensityOptions intensity;

    @Option(
            names = "--all",
            description = "Also the guards of peak and, from --standard on, soak; else those of the baseline only.")
    private boolean all;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a JUnit report, a test case a guard.")
    private @Nullable Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the answer as JSON; - for standard output.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        // What a former gate left must not be taken for this one's answer, whatever becomes of it.
        OutputFile.remove(junit);
        OutputFile.remove(json);
        var api = server.api();
        String run = ask(api);
        new RunWatch(api, run, Screen.of(System.err)).watch();
        String path = "/api/runs/" + TargetCommand.encoded(run) + "/gate";
        JsonNode gate = api.get(path);
        if (junit != null) {
            OutputFile.write(junit, api.file(path + "/junit"));
        }
        if (json != null) {
            OutputFile.write(json, gate.toPrettyString());
        }
        if (json == null || !json.toString().equals("-")) {
            GatePrinter.print(gate, System.out);
        }
        return exitCode(gate);
    }

    private String ask(Api api) {
        var wish = JsonNodeFactory.instance
                .objectNode()
                .put("intensity", intensity == null ? "QUICK" : intensity.name())
                .put("allProfiles", all);
        var asked = api.post("/api/targets/" + TargetCommand.encoded(target) + "/gate", wish);
        String run = asked.path("runId").asText();
        System.err.println("Gate " + run + " started.");
        if (asked.hasNonNull("note")) {
            System.err.println(asked.path("note").asText());
        }
        return run;
    }

    /** Only what was judged and held, under a run that came to its end, is a pass. */
    static int exitCode(JsonNode gate) {
        return switch (gate.path("outcome").asText() + " " + gate.path("result").asText()) {
            case "GUARDS_HELD HELD" -> allHeld(gate.path("checks")) ? 0 : INCONCLUSIVE;
            case "GUARDS_BROKEN REGRESSED" -> 1;
            default -> INCONCLUSIVE;
        };
    }

    private static boolean allHeld(JsonNode checks) {
        for (JsonNode check : checks) {
            if (!check.path("result").asText().equals("HELD")) {
                return false;
            }
        }
        return !checks.isEmpty();
    }
}
