@NullMarked
package dev.perfloop.analysis.index;

import org.jspecify.annotations.NullMarked;
