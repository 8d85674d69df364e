/// The testing ground: real parts that start in a moment, servers that misbehave when asked to, and
/// builders. Other modules use it in their tests only.
@NullMarked
package dev.pilothouse.testkit;

import org.jspecify.annotations.NullMarked;
