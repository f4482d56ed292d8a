package dev.perfloop.web.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page starts; absent on the last one
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    /** @param found one more than {@code limit}, if there are as many: that tells whether there is a next page */
    public static <T> Slice<T> of(List<T> found, int limit, Function<T, Cursor> where) {
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        List<T> page = found.subList(0, limit);
        return new Slice<>(page, where.apply(page.getLast()).print());
    }
}
