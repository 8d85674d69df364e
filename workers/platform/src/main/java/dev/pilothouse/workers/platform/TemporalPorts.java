package dev.pilothouse.workers.platform;

/// The ports of a development server; all fixed, since one that it picks itself may be ours a
/// moment later.
///
/// @param ui 0 for a server without its page
public record TemporalPorts(int grpc, int ui, int http, int metrics) {}
