/** The statements that a run saw on its target's database, with their plans. */
@NullMarked
package dev.perfloop.web.statements;

import org.jspecify.annotations.NullMarked;
