/** Calibrations: asked for, and shown with whether they still hold. */
@NullMarked
package dev.perfloop.web.calibrations;

import org.jspecify.annotations.NullMarked;
