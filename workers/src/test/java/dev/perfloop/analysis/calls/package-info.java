@NullMarked
package dev.perfloop.analysis.calls;

import org.jspecify.annotations.NullMarked;
