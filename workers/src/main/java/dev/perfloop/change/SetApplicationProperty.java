package dev.perfloop.change;

/** Sets a property of the service. */
public record SetApplicationProperty(ServiceSetting setting) implements ServiceChange {
    static final String KIND = "SET_APPLICATION_PROPERTY";

    @Override
    public String kind() {
        return KIND;
    }
}
