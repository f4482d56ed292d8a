@NullMarked
package dev.perfloop.analysis.infrastructure;

import org.jspecify.annotations.NullMarked;
