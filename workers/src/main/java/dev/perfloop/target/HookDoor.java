package dev.perfloop.target;

import dev.perfloop.target.Hooks.Call;
import dev.perfloop.target.Hooks.Setting;

/**
 * The door to the hooks of a target.
 *
 * <p>What is filled in is checked by whoever makes a change of it: names and values are free of quotes and control characters.
 */
public interface HookDoor {

    /** What a person reads of a call: method and address, or the command, filled in and without secrets. */
    String shown(Call call, String name, String value);

    /**
     * Makes the call once.
     *
     * @throws HookFailed when it is not answered in time, or not well
     */
    void call(Target target, Call call, String name, String value);

    /**
     * The value that holds now.
     *
     * @throws HookFailed when there is no way to tell
     */
    String read(Target target, Setting setting, String name);
}
