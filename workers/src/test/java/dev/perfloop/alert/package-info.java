/** Alerts on a real database: of what monitoring keeps, none lost and none twice. */
@NullMarked
package dev.perfloop.alert;

import org.jspecify.annotations.NullMarked;
