/// What the proofs judge by, and their small versions.
@NullMarked
package dev.pilothouse.bench;

import org.jspecify.annotations.NullMarked;
