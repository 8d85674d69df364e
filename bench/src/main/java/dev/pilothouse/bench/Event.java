package dev.pilothouse.bench;

/// An event as a sender names it: the same id again is the same event.
///
/// @param n a number from 1 to 6 that the chains decide by
record Event(String id, String type, int n) {
  String json() {
    return """
    {"specversion": "1.0", "id": "%s", "source": "bench", "type": "%s", "subject": "thing/%s", \
    "data": {"n": %d}}\
    """
        .formatted(id, type, id, n);
  }
}
