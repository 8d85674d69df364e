/// HTTP for people and programs. Translates between the outside and the doors of spi, and decides
/// nothing of its own.
@NullMarked
package dev.pilothouse.builderapi;

import org.jspecify.annotations.NullMarked;
