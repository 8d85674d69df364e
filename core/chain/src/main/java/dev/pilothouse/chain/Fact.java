package dev.pilothouse.chain;

/// What is certain behind an expression that was worked out.
///
/// @param path of a value that is there
/// @param something that it is not null either
record Fact(AccessPath path, boolean something) {}
