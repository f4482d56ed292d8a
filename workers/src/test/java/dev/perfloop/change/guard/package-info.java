@NullMarked
package dev.perfloop.change.guard;

import org.jspecify.annotations.NullMarked;
