/** Statements that became a burden: slower, called more, new and heavy, with another plan, or without an index they used. */
@NullMarked
package dev.perfloop.monitoring.statement;

import org.jspecify.annotations.NullMarked;
