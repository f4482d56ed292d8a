@NullMarked
package dev.perfloop.change.watch;

import org.jspecify.annotations.NullMarked;
