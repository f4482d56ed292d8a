package dev.perfloop.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "guards", description = "What verified runs promise of a target; as files for Prometheus and Grafana.")
final class GuardsCommand implements Callable<Integer> {
    @Mixin
    private ServerAddress server = new ServerAddress();

    @Parameters(paramLabel = "TARGET", description = "The target's name.")
    private String target = "";

    @ArgGroup
    private @Nullable Wish wish;

    @Option(
            names = "--selector",
            defaultValue = "",
            description = "Label matchers of the service in Prometheus, as 'job=\"shop\"'.")
    private String selector = "";

    static final class Wish {
        @Option(names = "--prometheus", description = "Alert rules for Prometheus (YAML).")
        boolean prometheus;

        @Option(names = "--grafana", description = "A Grafana dashboard (JSON).")
        boolean grafana;

        @Option(names = "--json", description = "The list of guards (JSON).")
        boolean json;

        @Option(names = "--lift", description = "Lift all guards, so that the next verified run may set looser ones.")
        boolean lift;
    }

    @Override
    public Integer call() {
        var api = server.api();
        String path = "/api/targets/" + TargetCommand.encoded(target) + "/guards";
        String query = "?selector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8);
        if (wish == null) {
            GatePrinter.printGuards(api.get(path), System.out);
        } else if (wish.prometheus) {
            System.out.print(api.file(path + "/prometheus" + query));
        } else if (wish.grafana) {
            ServerOptions.print(api.get(path + "/grafana" + query));
        } else if (wish.json) {
            ServerOptions.print(api.get(path));
        } else if (wish.lift) {
            System.out.println(api.delete(path).path("lifted").asInt() + " guards lifted.");
        }
        return 0;
    }
}
