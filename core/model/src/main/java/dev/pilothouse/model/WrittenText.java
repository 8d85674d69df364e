package dev.pilothouse.model;

/// A definition as its author wrote it, with comments, order and blanks: what an editor shows
/// again.
public record WrittenText(SourceFormat format, String text) {}
