@NullMarked
package dev.perfloop.profiling.statement;

import org.jspecify.annotations.NullMarked;
