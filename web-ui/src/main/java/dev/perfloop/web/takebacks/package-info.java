/** Kept changes that a person takes back. */
@NullMarked
package dev.perfloop.web.takebacks;

import org.jspecify.annotations.NullMarked;
