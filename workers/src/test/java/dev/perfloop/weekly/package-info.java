@NullMarked
package dev.perfloop.weekly;

import org.jspecify.annotations.NullMarked;
