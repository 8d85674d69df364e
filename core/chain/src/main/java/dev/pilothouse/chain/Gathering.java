package dev.pilothouse.chain;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What [CelLoops] gather their items with. CEL's own `map` makes a new list at every turn, and so
/// takes a hundred times as long for ten times the items. Here a turn adds to the list that is
/// being made; nothing else can see it before it is complete, since no author can write these
/// names.
final class Gathering {
  static final String BEGIN = "@gather";
  static final String ADD = "@gathering";
  static final String END = "@gathered";

  private static final CelType ITEM = TypeParamType.create("T");
  private static final CelType ITEMS = ListType.create(ITEM);

  private final List<Object> items = new ArrayList<>();

  private Gathering() {}

  static List<CelFunctionDecl> declarations() {
    return List.of(
        declaration(BEGIN, List.of()),
        declaration(ADD, List.of(ITEMS, ITEM)),
        declaration(END, List.of(ITEMS)));
  }

  private static CelFunctionDecl declaration(String name, List<CelType> parameters) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name + "_items", ITEMS, parameters));
  }

  static List<CelFunctionBinding> bindings() {
    return Stream.of(
            bound(
                BEGIN, CelFunctionBinding.from(BEGIN + "_items", List.of(), _ -> new Gathering())),
            bound(
                ADD,
                CelFunctionBinding.from(
                    ADD + "_items", Gathering.class, Object.class, Gathering::with)),
            bound(
                END,
                CelFunctionBinding.from(
                    END + "_items", Gathering.class, gathered -> new CelList(gathered.items))))
        .flatMap(Collection::stream)
        .toList();
  }

  private static Collection<CelFunctionBinding> bound(String name, CelFunctionBinding binding) {
    return CelFunctionBinding.fromOverloads(name, binding);
  }

  private Gathering with(Object item) {
    items.add(item);
    return this;
  }
}
