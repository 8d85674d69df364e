/// From what came in to a started run: intake, dispatch and the sweep that forgets nothing.
@NullMarked
package dev.pilothouse.triggers;

import org.jspecify.annotations.NullMarked;
