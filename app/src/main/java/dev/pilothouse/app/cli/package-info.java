/// The command line: what a person types and reads. One class a command; the orders themselves are
/// given to the embedded platform, and nothing here knows Spring or the app.
@NullMarked
package dev.pilothouse.app.cli;

import org.jspecify.annotations.NullMarked;
