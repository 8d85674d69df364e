/// `http.request`: calls that web services understand, and what their answers mean for the run.
@NullMarked
package dev.pilothouse.actions.http;

import org.jspecify.annotations.NullMarked;
