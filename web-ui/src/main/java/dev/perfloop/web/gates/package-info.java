/** Regression gates: asked for, shown, and told to build servers. */
@NullMarked
package dev.perfloop.web.gates;

import org.jspecify.annotations.NullMarked;
