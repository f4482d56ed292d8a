package dev.perfloop.run;

import dev.perfloop.target.TargetRefused;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Binds a process instance to its run: the one asked for through the API, or a new one when started in Operate. */
@Service
class OpenRun {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final RunRepository runs;
    private final InstantSource clock;

    OpenRun(RunRepository runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    Run open(@Nullable String target, @Nullable RunId asked, @Nullable Intensity intensity, long processInstanceKey) {
        var id = asked == null ? register(target, intensity, processInstanceKey) : asked;
        if (!runs.claim(id, processInstanceKey, clock.instant())) {
            throw new TargetRefused(
                    "Run " + id + " is not this process instance's: it has ended or belongs to another instance.",
                    "Cancel this process instance.");
        }
        return runs.find(id).orElseThrow();
    }

    private RunId register(@Nullable String target, @Nullable Intensity intensity, long processInstanceKey) {
        if (target == null) {
            throw new TargetRefused(
                    "The process was started without the variable target.",
                    "Set target to the name of a registered target, then retry.");
        }
        var definition = runs.definitionOf(target)
                .orElseThrow(() -> new TargetRefused(
                        "There is no target " + target + ".",
                        "Register it with: ./perfloop target apply -f " + target + ".yaml, then retry."));
        var now = clock.instant();
        var id = new RunId(ID.format(now) + "-" + processInstanceKey % 10_000);
        runs.request(id, target, definition, intensity == null ? Intensity.QUICK : intensity, "Camunda", now);
        var active = runs.activeOn(target)
                .orElseThrow(() -> new TargetRefused(
                        "A change is being taken back from target " + target + ": a run would measure in between.",
                        "Wait until that has ended, then retry; or cancel this process instance."));
        if (!active.id().equals(id) && !Long.valueOf(processInstanceKey).equals(active.processInstanceKey())) {
            throw new TargetRefused(
                    "Target " + target + " has an active run already: " + active.id() + ".",
                    "Wait for it or cancel it, then retry; or cancel this process instance.");
        }
        return active.id();
    }
}
