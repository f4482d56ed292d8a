@NullMarked
package dev.perfloop.weekly.lasting;

import org.jspecify.annotations.NullMarked;
