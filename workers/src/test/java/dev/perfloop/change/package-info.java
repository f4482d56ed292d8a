@NullMarked
package dev.perfloop.change;

import org.jspecify.annotations.NullMarked;
