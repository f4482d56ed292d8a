package dev.perfloop.change;

/** Gives the service's connection pool another size. */
public record ResizePool(ServiceSetting setting) implements ServiceChange {
    static final String KIND = "RESIZE_POOL";

    @Override
    public String kind() {
        return KIND;
    }
}
