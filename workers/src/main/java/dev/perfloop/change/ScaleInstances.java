package dev.perfloop.change;

import dev.perfloop.target.Hooks;

/** Lets more or fewer instances of the service run. */
public record ScaleInstances(ServiceSetting setting) implements ServiceChange {
    static final String KIND = "SCALE_INSTANCES";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Hooks.Kind through() {
        return Hooks.Kind.SCALE;
    }
}
