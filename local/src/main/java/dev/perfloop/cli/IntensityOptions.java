package dev.perfloop.cli;

import picocli.CommandLine.Option;

/** How long the load lasts; quick unless said otherwise. */
final class IntensityOptions {
    @Option(names = "--quick", description = "Baseline and peak, half a minute each (default).")
    private boolean quick;

    @Option(names = "--standard", description = "Minutes each, with stress and soak.")
    private boolean standard;

    @Option(names = "--thorough", description = "As a release deserves: soak of an hour.")
    private boolean thorough;

    String name() {
        return thorough ? "THOROUGH" : standard && !quick ? "STANDARD" : "QUICK";
    }
}
