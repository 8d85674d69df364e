/// The part that touches the world: the walk through a run.
@NullMarked
package dev.pilothouse.activities;

import org.jspecify.annotations.NullMarked;
