package dev.pilothouse.stores;

import dev.pilothouse.model.RunRef;

/// An earlier run that is to make room for one that is born.
///
/// @param by the new one
record Replaced(RunRef run, Verdict by) {}
