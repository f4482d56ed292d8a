/** Causes that lie in the database server: its statistics, its upkeep, its locks and its settings. */
@NullMarked
package dev.perfloop.analysis.server;

import org.jspecify.annotations.NullMarked;
