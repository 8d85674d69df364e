package dev.pilothouse.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A definition from the files, good or broken, after a few accidents: all from one seed, so that a
/// failure can be seen again.
final class MutatedDefinition {
  private static final List<byte[]> SEEDS =
      Stream.concat(
              Resources.goodDefinitions().stream().map(file -> Resources.read(file).text()),
              BrokenDefinition.all().stream().map(BrokenDefinition::text))
          .filter(text -> text.length() < 3_000)
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toList();

  private final Random random;

  MutatedDefinition(long seed) {
    random = new Random(seed);
  }

  byte[] bytes() {
    if (random.nextInt(20) == 0) {
      return noise();
    }
    byte[] text = one();
    for (int i = random.nextInt(6); i > 0; i--) {
      text = mutated(text);
    }
    return text;
  }

  private byte[] one() {
    return SEEDS.get(random.nextInt(SEEDS.size()));
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] mutated(byte[] text) {
    int from = random.nextInt(text.length + 1);
    int to = Math.min(text.length, from + random.nextInt(1 + random.nextInt(40)));
    return switch (random.nextInt(6)) {
      case 0 -> replaced(text, from, to, new byte[0]);
      case 1 -> replaced(text, from, from, Arrays.copyOfRange(text, from, to));
      case 2 -> replaced(text, from, to, piece(one()));
      case 3 -> replaced(text, from, from, new byte[] {(byte) random.nextInt(256)});
      case 4 -> replaced(text, from, from, piece());
      default -> replaced(text, from, to, piece());
    };
  }

  private byte[] piece(byte[] other) {
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(60)));
  }

  private byte[] piece() {
    return new RandomTree(random.nextLong()).text().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] text, int from, int to, byte[] by) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(text, 0, from);
    result.writeBytes(by);
    result.write(text, to, text.length - to);
    return result.toByteArray();
  }
}
