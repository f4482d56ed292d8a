package dev.perfloop.profiling.constants;

/** Which of a column's values are taken; where the plans of the two differ, no single one serves all callers. */
public enum Draw {
    /** The commonest values, the first page, and ranges of a tenth of the rows or a half where one end is open. */
    COMMON,
    /** Values that few rows have, a far page, and ranges of a hundredth of the rows or a twentieth where one end is open. */
    RARE
}
