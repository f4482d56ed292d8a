/** Who is asking: local users, session login for browsers, Basic for the command line. */
@NullMarked
package dev.perfloop.web.session;

import org.jspecify.annotations.NullMarked;
