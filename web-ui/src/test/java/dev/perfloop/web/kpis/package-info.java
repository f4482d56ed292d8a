/** Kept changes that a person takes back, over the API. */
@NullMarked
package dev.perfloop.web.kpis;

import org.jspecify.annotations.NullMarked;
