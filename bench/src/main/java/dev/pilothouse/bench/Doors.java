package dev.pilothouse.bench;

import java.util.List;
import java.util.Optional;

/// The addresses at which the house can be spoken to now. The first may move when all of the house
/// is started anew.
final class Doors {
  private final List<String> others;
  private volatile String first;

  Doors(String first, String... others) {
    this.first = first;
    this.others = List.of(others);
  }

  void firstIs(String url) {
    first = url;
  }

  /// Another one at each attempt.
  String inTurn(int attempt) {
    int number = Math.floorMod(attempt, 1 + others.size());
    return number == 0 ? first : others.get(number - 1);
  }

  /// The first good answer of any of them.
  Optional<Api.Answer> get(Api api, String path, Tenants.Tenant tenant) {
    for (int attempt = 0; attempt <= others.size(); attempt++) {
      Optional<Api.Answer> answer =
          api.get(inTurn(attempt) + path, tenant).filter(it -> it.status() == 200);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }
}
