package dev.perfloop.target;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the service itself is changed, as its owner says.
 *
 * @param setProperty  sets a property of the service; null where there is no way
 * @param scale        sets how many instances there are; null where there is no way
 * @param restart      restarts the service; null where there is no way
 * @param hosts        that calls may go to besides the base URL's, as {@code name} or {@code name:port}
 * @param poolProperty name of the property that holds the size of the connection pool
 * @param threads      name of the property that holds how many threads serve requests; null where unknown
 * @param cache        the property that switches a cache on; null where there is none
 */
public record Hooks(
        @Nullable Setting setProperty,
        @Nullable Setting scale,
        @Nullable Call restart,
        Set<String> hosts,
        String poolProperty,
        @Nullable String threads,
        @Nullable Switch cache) {
    static final String HIKARI = "spring.datasource.hikari.maximum-pool-size";
    public static final Hooks NONE = new Hooks(null, null, null, Set.of(), HIKARI, null, null);

    /** What can be set, and read back. */
    public enum Kind {
        SET_PROPERTY,
        SCALE
    }

    /** @param value that switches it on */
    public record Switch(String property, String value) {}

    /** Kinds of change for which there is no way. */
    Set<String> lacking() {
        Set<String> lacking = new TreeSet<>();
        boolean sets = setProperty != null && setProperty.canBeUndone(restart);
        if (!sets) {
            lacking.add("RESIZE_POOL");
        }
        if (!sets || threads == null) {
            lacking.add("SET_APPLICATION_PROPERTY");
        }
        if (!sets || cache == null) {
            lacking.add("ENABLE_CACHE");
        }
        if (scale == null || !scale.canBeUndone(restart)) {
            lacking.add("SCALE_INSTANCES");
        }
        return lacking;
    }

    /** Null where the owner gives no way. */
    public @Nullable Setting setting(Kind kind) {
        return switch (kind) {
            case SET_PROPERTY -> setProperty;
            case SCALE -> scale;
        };
    }

    /**
     * @param write    sets the value
     * @param read     tells the value that holds now; null where nothing does, and then only a person may set it
     * @param place    where in its answer the value is
     * @param restarts whether what was written holds after a restart only
     * @param within   how long the service may take until what was written holds
     */
    public record Setting(Call write, @Nullable Call read, Place place, boolean restarts, Duration within) {
        /** What cannot be read cannot be put back. */
        public boolean canBeUndone(@Nullable Call restart) {
            return read != null && (!restarts || restart != null);
        }
    }

    /** A call to somewhere, with {@code {name}} and {@code {value}} still to be filled in. */
    public sealed interface Call {
        /** How long it may take. */
        Duration patience();
    }

    /** @param headers and all else with their secrets; {@link Text#shown} has the references to them */
    public record Http(String method, Text url, @Nullable Text body, List<Header> headers, Duration patience)
            implements Call {}

    public record Header(String name, Text value) {}

    /** Started as it stands, without a shell. */
    public record Command(List<Text> argv, Duration patience) implements Call {}

    /**
     * @param shown as the owner wrote it, with references to secrets
     * @param sent  with the secrets
     */
    public record Text(String shown, String sent) {}

    /**
     * Where the value is: at the JSON pointer, in the first group of the pattern, or the whole answer where both are null.
     */
    public record Place(@Nullable String pointer, @Nullable String pattern) {}
}
