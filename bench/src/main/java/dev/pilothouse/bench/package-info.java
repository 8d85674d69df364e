/// Measurements and heavy proofs, run on demand by `./pilothouse bench NAME`; their small versions
/// run in the suite.
@NullMarked
package dev.pilothouse.bench;

import org.jspecify.annotations.NullMarked;
