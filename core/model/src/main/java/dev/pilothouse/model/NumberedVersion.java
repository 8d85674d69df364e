package dev.pilothouse.model;

/// A version as people and programs name it.
///
/// @param number counts the versions of one automation from 1
public record NumberedVersion(VersionId hash, int number) {}
