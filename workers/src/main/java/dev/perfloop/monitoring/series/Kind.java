package dev.perfloop.monitoring.series;

/** How values of a series are put together over time. */
public enum Kind {
    /** A value at a moment; each reading weighs the same. */
    GAUGE,
    /** A counter's growth per second; a reading weighs the seconds it covers, so that nothing counted is lost. */
    RATE,
    /** A percentile of one reading. Percentiles of longer times cannot be told from it, only how high and low it was. */
    PERCENTILE
}
