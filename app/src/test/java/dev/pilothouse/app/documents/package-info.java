/// The documents, held against what they speak of.
@NullMarked
package dev.pilothouse.app.documents;

import org.jspecify.annotations.NullMarked;
