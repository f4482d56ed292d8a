package dev.perfloop.bench;

import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Benchmarks on demand.",
        subcommands = {CompareCommand.class, LoadCommand.class},
        synopsisSubcommandLabel = "(compare | load)")
public final class BenchCommand {}
