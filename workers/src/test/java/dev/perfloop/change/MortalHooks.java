package dev.perfloop.change;

import dev.perfloop.target.HookDoor;
import dev.perfloop.target.Hooks;
import dev.perfloop.target.Target;

/** The door to the hooks as a worker goes through it that may be killed before each call. */
record MortalHooks(HookDoor door) implements HookDoor {
    @Override
    public String shown(Hooks.Call call, String name, String value) {
        return door.shown(call, name, value);
    }

    @Override
    public void call(Target target, Hooks.Call call, String name, String value) {
        Life.step();
        door.call(target, call, name, value);
    }

    @Override
    public String read(Target target, Hooks.Setting setting, String name) {
        Life.step();
        return door.read(target, setting, name);
    }
}
