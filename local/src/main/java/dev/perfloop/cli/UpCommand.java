package dev.perfloop.cli;

import dev.perfloop.local.Home;
import dev.perfloop.local.Stack;
import dev.perfloop.local.StackOptions;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts the one-machine stack and stays until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    @Option(names = "--no-operate", description = "Leave Operate and its search node out.")
    private boolean withoutOperate;

    @Option(names = "--with-shop", description = "Start the demo shop, too.")
    private boolean shop;

    @Override
    public Integer call() throws Exception {
        var screen = Screen.of(System.err);
        var output = new StackOutput(screen);
        long start = System.nanoTime();
        try (var stack = Stack.start(new StackOptions(Home.here(), !withoutOperate), output)) {
            screen.line(String.format(
                    Locale.ROOT, "Ready after %.1f s. Ctrl-C ends it.", (System.nanoTime() - start) / 1e9));
            output.ready(stack.urls());
            if (shop) {
                new DemoData(stack, screen).load();
                screen.line("  Demo shop  " + stack.urls().shop());
            }
            stack.awaitClosed();
        }
        return 0;
    }
}
