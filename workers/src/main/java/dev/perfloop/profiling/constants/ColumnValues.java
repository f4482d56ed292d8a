package dev.perfloop.profiling.constants;

import java.util.List;
import java.util.Optional;

/**
 * What {@code pg_stats} keeps of a column's values, as text.
 *
 * @param type      of the column
 * @param commonest the commonest first
 * @param ordered   the same by their order
 * @param bounds    of a histogram of the others: as many rows lie between each two
 * @param elements  commonest elements of an array
 */
record ColumnValues(
        String type, List<String> commonest, List<String> ordered, List<String> bounds, List<String> elements) {
    private static final double MIDDLE = 0.5;

    /** @param place of this value among several that are wanted */
    Optional<String> equal(Draw draw, int place) {
        boolean fromCommonest = bounds.isEmpty() || draw == Draw.COMMON && !commonest.isEmpty();
        List<String> values = fromCommonest ? commonest : bounds;
        if (values.isEmpty()) {
            return Optional.empty();
        }
        int size = values.size();
        int at = !fromCommonest ? size / 2 + place : draw == Draw.COMMON ? place : size - 1 - place;
        return Optional.of(values.get(Math.floorMod(at, size)));
    }

    /** A tenth of the rows, or a hundredth, for a range with two ends; a half or a twentieth for one that is open. */
    Optional<String> end(Draw draw, boolean lower, boolean bounded) {
        double width = draw == Draw.COMMON ? 0.1 : 0.01;
        double open = draw == Draw.COMMON ? MIDDLE : 0.05;
        double share;
        if (bounded) {
            share = lower ? MIDDLE - width / 2 : MIDDLE + width / 2;
        } else {
            share = lower ? 1 - open : open;
        }
        List<String> values = bounds.isEmpty() ? ordered : bounds;
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get((int) Math.round(share * (values.size() - 1))));
    }

    Optional<String> element(Draw draw, int place) {
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(elements.get(
                        Math.floorMod(draw == Draw.COMMON ? place : elements.size() - 1 - place, elements.size())));
    }
}
