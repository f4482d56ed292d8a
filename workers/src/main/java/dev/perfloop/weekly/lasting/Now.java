package dev.perfloop.weekly.lasting;

import org.jspecify.annotations.Nullable;

/**
 * What monitoring knows of the requests a change was made for.
 *
 * @param p95Ms  null when it knows nothing
 * @param rate   requests a second of the whole service; null when not told
 * @param lacks  why there is no figure
 */
public record Now(@Nullable Double p95Ms, @Nullable Double rate, String lacks) {}
