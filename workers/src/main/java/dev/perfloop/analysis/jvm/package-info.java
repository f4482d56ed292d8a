/** Judges what the service's JVM was recorded doing. */
@NullMarked
package dev.perfloop.analysis.jvm;

import org.jspecify.annotations.NullMarked;
