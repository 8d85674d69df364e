/// Chains as their authors write them, and what follows from them. Pure: no clock, no input or
/// output, so that the same definition, event and outcomes give the same plan in every process and
/// every year.
@NullMarked
package dev.pilothouse.chain;

import org.jspecify.annotations.NullMarked;
