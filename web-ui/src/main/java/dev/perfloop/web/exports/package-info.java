/** A run to be taken along: a report for people, its rows for other programs. */
@NullMarked
package dev.perfloop.web.exports;

import org.jspecify.annotations.NullMarked;
