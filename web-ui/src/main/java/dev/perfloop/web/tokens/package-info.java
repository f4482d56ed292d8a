/** Tokens for programs: made by a person for themselves, kept as hashes, never above what that person may. */
@NullMarked
package dev.perfloop.web.tokens;

import org.jspecify.annotations.NullMarked;
