package dev.perfloop.cli;

import picocli.CommandLine.Option;

/** Nothing of these shows only. */
final class ObserveOptions {
    @Option(names = "--apply", description = "Apply what is offered.")
    private boolean apply;

    @Option(names = "--undo", description = "Take back what was applied.")
    private boolean undo;

    /** What follows the resource's path. */
    String path() {
        return apply ? "/apply" : undo ? "/undo" : "";
    }
}
