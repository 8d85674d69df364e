/// Sending something to the outside so that it stops in time and nobody wonders whether it began.
@NullMarked
package dev.pilothouse.actions.outside;

import org.jspecify.annotations.NullMarked;
