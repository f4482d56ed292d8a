package dev.perfloop.loadtests;

import io.gatling.app.RunResult;
import io.gatling.app.RunResultProcessor;
import io.gatling.app.Runner;
import io.gatling.commons.util.DefaultClock;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.RunMessage;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import scala.Option;

/**
 * Runs {@link LoadSimulation} on Gatling's engine: no console, no call to Gatling's servers for a newer version.
 */
final class GatlingRun extends Runner {
    private final ActorSystem actors;
    private final EventLoopGroup loops;
    private final GatlingArgs arguments;
    private final GatlingConfiguration settings;
    private final Failures failures;

    private GatlingRun(
            ActorSystem actors,
            EventLoopGroup loops,
            GatlingArgs arguments,
            GatlingConfiguration settings,
            Failures failures) {
        super(actors, loops, new DefaultClock(), arguments, settings);
        this.actors = actors;
        this.loops = loops;
        this.arguments = arguments;
        this.settings = settings;
        this.failures = failures;
    }

    static GatlingRun into(Path resultsDir, LoadTest test) {
        readBetweenStarts();
        var arguments = new GatlingArgs(
                Option.apply(LoadSimulation.class.getName()),
                Option.apply(test.spec().profile()),
                false,
                Option.empty(),
                Option.apply(resultsDir),
                Option.empty(),
                Option.empty());
        GatlingConfiguration settings = GatlingConfiguration.load();
        int threads = Runtime.getRuntime().availableProcessors();
        EventLoopGroup loops = Transports.newEventLoopGroup(
                settings.netty().useNativeTransport(), settings.netty().useIoUring(), threads, "gatling");
        var actors = new ActorSystem();
        if (test.catchUp().isNeeded()) {
            Naps.on(actors.executionContext(), threads);
        }
        return new GatlingRun(actors, loops, arguments, settings, test.failures());
    }

    /** Netty would start all that is due, for up to a second, before it reads what was answered. */
    private static void readBetweenStarts() {
        System.setProperty("io.netty.eventLoop.maxTaskProcessingQuantumMs", "1");
    }

    /** Drives the load; returns when the last response is in. */
    RunResult drive() {
        try {
            return run();
        } finally {
            actors.close();
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    /** Writes Gatling's HTML report next to its log and returns that directory's name. */
    String report(RunResult result) {
        new RunResultProcessor(arguments, settings).processRunResult(result);
        return result.runId();
    }

    @Override
    public void displayVersionWarning() {
        // The original asks a server of Gatling's.
    }

    @Override
    public StatsEngine newStatsEngine(SimulationParams params, RunMessage message) {
        return new FailureTap(super.newStatsEngine(params, message), failures);
    }
}
