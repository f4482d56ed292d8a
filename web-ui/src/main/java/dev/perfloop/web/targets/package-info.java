/** Targets as their owners describe them, checked line by line before anything is stored. */
@NullMarked
package dev.perfloop.web.targets;

import org.jspecify.annotations.NullMarked;
