package dev.pilothouse.chain;

import dev.pilothouse.chain.Need.Judgement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a condition asks of an event, as far as that shows in its text.
///
/// @param each all of them must hold
/// @param complete whether that is all it asks
record Needs(List<Need> each, boolean complete) {
  static final Needs NONE = new Needs(List.of(), true);

  Needs {
    each = List.copyOf(each);
  }

  /// Where an index may look the event's value up.
  Stream<Need.OneOf> equalities() {
    return each.stream().filter(Need.OneOf.class::isInstance).map(Need.OneOf.class::cast);
  }

  /// What is left to ask about an event whose values have the keys of these.
  Needs without(List<Need.OneOf> met) {
    List<Need.OneOf> known = met.stream().filter(Need.OneOf::isToldByItsKey).toList();
    return new Needs(each.stream().filter(need -> !known.contains(need)).toList(), complete);
  }

  Needs sharing(OneOfEach shared) {
    return new Needs(each.stream().map(need -> need.sharing(shared)).toList(), complete);
  }

  Judgement judge(Map<String, Object> event) {
    boolean sure = complete;
    for (Need need : each) {
      Judgement judgement = need.in(event);
      if (judgement == Judgement.FAILS) {
        return Judgement.FAILS;
      }
      sure &= judgement == Judgement.HOLDS;
    }
    return sure ? Judgement.HOLDS : Judgement.ASK;
  }
}
