/// Entries of an automation's own in the journal.
@NullMarked
package dev.pilothouse.actions.journal;

import org.jspecify.annotations.NullMarked;
