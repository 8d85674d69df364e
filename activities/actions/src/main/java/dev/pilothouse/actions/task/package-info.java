/// Actions on our own tasks.
@NullMarked
package dev.pilothouse.actions.task;

import org.jspecify.annotations.NullMarked;
