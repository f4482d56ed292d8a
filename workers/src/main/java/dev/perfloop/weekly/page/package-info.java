/** A report as a page and as text. Whatever comes from a target or a person is escaped here. */
@NullMarked
package dev.perfloop.weekly.page;

import org.jspecify.annotations.NullMarked;
