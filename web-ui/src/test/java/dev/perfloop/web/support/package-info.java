/** What the tests of the API share: a database, an engine that remembers, and runs to look at. */
@NullMarked
package dev.perfloop.web.support;

import org.jspecify.annotations.NullMarked;
