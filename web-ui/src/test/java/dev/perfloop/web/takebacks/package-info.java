/** Kept changes that a person takes back, over the API. */
@NullMarked
package dev.perfloop.web.takebacks;

import org.jspecify.annotations.NullMarked;
