/// PostgreSQL behind the doors of spi. The only place that knows SQL of ours.
@NullMarked
package dev.pilothouse.stores;

import org.jspecify.annotations.NullMarked;
