package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.HookDoor;
import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Writes changes of the service itself: what holds now must be known, and shown, before anybody approves. */
@Service
public class ServiceSettings {
    private final HookDoor door;
    private final Runs runs;

    ServiceSettings(HookDoor door, Runs runs) {
        this.door = door;
        this.runs = runs;
    }

    /**
     * Empty where no hook sets it, none tells what holds now, or that is as it is wanted.
     *
     * @param wanted of what holds now
     */
    public Optional<ServiceSetting> of(
            RunId run, Hooks.Kind through, String name, Function<String, Optional<String>> wanted) {
        var target = runs.targetOf(run);
        if (!(target.hooks().setting(through) instanceof Hooks.Setting hook)
                || !hook.canBeUndone(target.hooks().restart())) {
            return Optional.empty();
        }
        try {
            String former = door.read(target, hook, name);
            return Optional.of(former)
                    .filter(ServiceSetting::isValue)
                    .flatMap(wanted)
                    .filter(value -> !ServiceWork.same(value, former))
                    .map(value -> setting(target, hook, name, value, former));
        } catch (HookFailed unread) {
            return Optional.empty();
        }
    }

    private ServiceSetting setting(Target target, Hooks.Setting hook, String name, String value, String former) {
        return new ServiceSetting(
                name, value, former, calls(target, hook, name, value), calls(target, hook, name, former));
    }

    private List<String> calls(Target target, Hooks.Setting hook, String name, String value) {
        List<String> calls = new ArrayList<>();
        calls.add(door.shown(hook.write(), name, value));
        if (hook.restarts() && target.hooks().restart() instanceof Hooks.Call restart) {
            calls.add(door.shown(restart, name, value));
        }
        return calls;
    }
}
