@NullMarked
package dev.perfloop.run;

import org.jspecify.annotations.NullMarked;
