@NullMarked
package dev.perfloop.loadtests;

import org.jspecify.annotations.NullMarked;
