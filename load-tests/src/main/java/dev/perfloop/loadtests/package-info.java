/**
 * The load generator: one data-driven Gatling simulation and the launcher that runs it in a JVM of its own, so that a
 * worker can start, watch and kill it. It meets the worker at files and lines only: {@code spec.json} in,
 * {@code seconds.ndjson}, {@code result.json} and the HTML report out.
 */
@NullMarked
package dev.perfloop.loadtests;

import org.jspecify.annotations.NullMarked;
