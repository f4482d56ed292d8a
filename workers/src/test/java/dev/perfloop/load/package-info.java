@NullMarked
package dev.perfloop.load;

import org.jspecify.annotations.NullMarked;
