/** What the tests of several rooms lean on: a real PostgreSQL and a clock that stands still. */
@NullMarked
package dev.perfloop.support;

import org.jspecify.annotations.NullMarked;
