/// The doors of the house: what stands behind them can be changed without touching who knocks.
@NullMarked
package dev.pilothouse.spi;

import org.jspecify.annotations.NullMarked;
