/** Small services with one fault each, to be recorded in a JVM of their own. */
@NullMarked
package dev.perfloop.profiling.jfr.service;

import org.jspecify.annotations.NullMarked;
