/** Errors as problem details (RFC 9457). */
@NullMarked
package dev.perfloop.shop.errors;

import org.jspecify.annotations.NullMarked;
