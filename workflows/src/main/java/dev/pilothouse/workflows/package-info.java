/// The deterministic part: only decisions. Temporal runs this code again over old histories, so it
/// may ask nothing but its arguments, its activities and Temporal itself.
@NullMarked
package dev.pilothouse.workflows;

import org.jspecify.annotations.NullMarked;
