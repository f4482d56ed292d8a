/** An OpenID provider for the tests: a real authorization server, beside the application and none of its parts. */
@NullMarked
package dev.perfloop.issuer;

import org.jspecify.annotations.NullMarked;
