/** Statements that became a burden. */
@NullMarked
package dev.perfloop.monitoring.statement;

import org.jspecify.annotations.NullMarked;
