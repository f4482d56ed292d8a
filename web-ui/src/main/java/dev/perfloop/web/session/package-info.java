/** Who is asking, and what they may: sessions for browsers, HTTP Basic and API tokens for programs; failed logins are limited. */
@NullMarked
package dev.perfloop.web.session;

import org.jspecify.annotations.NullMarked;
