package dev.pilothouse.spi;

import dev.pilothouse.model.NewEntry;
import java.util.Collection;

/// Is shown every entry that this process has written into the journal, after its commit. In the
/// way of all that comes in: it must neither fail nor take its time.
public interface Witness {
  Witness NOBODY = _ -> {};

  void committed(Collection<NewEntry> entries);
}
