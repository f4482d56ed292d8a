/** Gatling's own reports, file by file. */
@NullMarked
package dev.perfloop.web.reports;

import org.jspecify.annotations.NullMarked;
