package dev.perfloop.change;

/** Switches on a cache that the service has. */
public record EnableCache(ServiceSetting setting) implements ServiceChange {
    static final String KIND = "ENABLE_CACHE";

    @Override
    public String kind() {
        return KIND;
    }
}
