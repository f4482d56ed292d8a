package dev.perfloop.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Says whether a stack runs here, and where.")
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var running = RunningStack.find();
        if (json) {
            ServerOptions.print(new JsonMapper().valueToTree(running.orElse(null)));
        } else if (running.isEmpty()) {
            System.out.println("Perfloop is not running here. Start it with: ./perfloop up");
        } else {
            System.out.printf(
                    "Perfloop %s: process %d, UI %s, Operate %s%n",
                    running.get().ready() ? "is running" : "is starting",
                    running.get().pid(),
                    running.get().ui() == null ? "not yet known" : running.get().ui(),
                    running.get().operate() == null ? "off" : running.get().operate());
        }
        return running.isPresent() ? 0 : 1;
    }
}
