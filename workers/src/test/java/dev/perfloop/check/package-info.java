@NullMarked
package dev.perfloop.check;

import org.jspecify.annotations.NullMarked;
