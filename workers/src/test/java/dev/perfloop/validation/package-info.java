@NullMarked
package dev.perfloop.validation;

import org.jspecify.annotations.NullMarked;
