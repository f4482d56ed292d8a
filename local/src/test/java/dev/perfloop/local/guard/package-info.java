@NullMarked
package dev.perfloop.local.guard;

import org.jspecify.annotations.NullMarked;
