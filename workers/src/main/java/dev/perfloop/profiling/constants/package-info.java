/** Puts real values in the place of a normalised statement's parameters, so that it can be planned and tried as the service runs it. */
@NullMarked
@NamedInterface("constants")
package dev.perfloop.profiling.constants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
