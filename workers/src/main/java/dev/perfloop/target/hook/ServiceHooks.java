package dev.perfloop.target.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.target.HookDoor;
import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Hooks.Call;
import dev.perfloop.target.Hooks.Command;
import dev.perfloop.target.Hooks.Http;
import dev.perfloop.target.Hooks.Place;
import dev.perfloop.target.Hooks.Setting;
import dev.perfloop.target.Target;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

@Component
class ServiceHooks implements HookDoor {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpHook http;
    private final CommandHook commands;

    ServiceHooks(HttpHook http, CommandHook commands) {
        this.http = http;
        this.commands = commands;
    }

    @Override
    public String shown(Call call, String name, String value) {
        var filled = new Filling(name, value);
        return switch (call) {
            case Http request ->
                request.method() + " " + filled.inAddress(request.url().shown())
                        + (request.body() == null
                                ? ""
                                : " " + filled.in(request.body().shown()));
            case Command command -> filled.shown(command);
        };
    }

    @Override
    public void call(Target target, Call call, String name, String value) {
        answer(target, call, new Filling(name, value));
    }

    @Override
    public String read(Target target, Setting setting, String name) {
        if (setting.read() == null) {
            throw new HookFailed(
                    "The target's file does not say how the present value of " + name + " is read.",
                    "Add read (or readCommand) to the hook.",
                    true);
        }
        String answer = answer(target, setting.read(), new Filling(name, ""));
        return value(answer, setting.place(), name);
    }

    private String answer(Target target, Call call, Filling filled) {
        return switch (call) {
            case Http request -> http.send(target, request, filled);
            case Command command -> commands.run(command, filled);
        };
    }

    private static String value(String answer, Place place, String name) {
        String value = place.pointer() != null ? at(answer, place.pointer()) : matched(answer, place.pattern());
        if (value.isBlank() || value.length() > Filling.LONGEST) {
            throw new HookFailed(
                    "The present value of " + name + " is not in what the hook answers to read"
                            + (place.pointer() != null
                                    ? " at the JSON pointer " + place.pointer()
                                    : place.pattern() != null ? " by the pattern " + place.pattern() : "")
                            + ".",
                    "Look at the answer, and put pointer or pattern of the hook right.",
                    true);
        }
        return value.strip();
    }

    /** Empty when there is none. */
    private static String at(String answer, String pointer) {
        try {
            return JSON.readTree(answer).at(pointer).asText("");
        } catch (JsonProcessingException | IllegalArgumentException none) {
            return "";
        }
    }

    private static String matched(String answer, @org.jspecify.annotations.Nullable String pattern) {
        if (pattern == null) {
            return answer;
        }
        var found = Pattern.compile(pattern).matcher(answer);
        return found.find() ? String.valueOf(found.group(found.groupCount() > 0 ? 1 : 0)) : "";
    }
}
