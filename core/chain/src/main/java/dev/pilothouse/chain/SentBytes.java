package dev.pilothouse.chain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Text in UTF-8, as it comes in.
final class SentBytes {
  private SentBytes() {}

  /// @throws DefinitionProblems with the place of the first byte that is none of UTF-8
  static String decode(byte[] sent) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(sent);
    CharBuffer text = CharBuffer.allocate(sent.length);
    boolean wrong = decoder.decode(bytes, text, true).isError();
    text.flip();
    if (wrong) {
      throw new DefinitionProblems(List.of(otherBytes(text.toString())));
    }
    return text.toString();
  }

  private static Problem otherBytes(String before) {
    SourceText source = new SourceText(before);
    return new Problem(
            "",
            "expected text in UTF-8, but found other bytes.",
            "Save it as UTF-8; many editors offer that under 'Save as' or 'Encoding'.")
        .at(source.place(source.length()));
  }
}
