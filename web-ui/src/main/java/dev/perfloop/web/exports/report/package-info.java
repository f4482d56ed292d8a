/** The report of a run as one page of HTML and as Markdown. Whatever comes from a target or a person is escaped here. */
@NullMarked
package dev.perfloop.web.exports.report;

import org.jspecify.annotations.NullMarked;
