package dev.pilothouse.actions.http;

import dev.pilothouse.actions.schema.DescriptorFile;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.CallOptions;
import dev.pilothouse.spi.Preview;
import java.util.Optional;

/// Calls a web service once. What a call can promise follows from its method and from what the
/// author knows of the other side: a key it honours, or a way to ask it afterwards.
public final class HttpRequestAction implements Action.Outside {
  private static final ActionDescriptor DESCRIPTOR =
      DescriptorFile.of(HttpRequestAction.class, "http.request");
  private static final InputSchema INPUT = InputSchema.of(DESCRIPTOR.input());
  private static final InputSchema READ_BACK =
      InputSchema.of(DESCRIPTOR.promises().readBack().orElseThrow());

  private final HttpCalls calls;

  public HttpRequestAction(HttpActionConfig config) {
    calls = new HttpCalls(config);
  }

  @Override
  public ActionDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public EffectClass effectClass(ActionCall call) {
    if (RequestSpec.changesNothing(RequestSpec.methodOf(JsonTree.of(call.input())))) {
      return EffectClass.PURE;
    }
    CallOptions options = call.options();
    if (options.idempotencyHeader().isPresent()) {
      return EffectClass.KEYED;
    }
    return options.readBack().isPresent() ? EffectClass.RECONCILABLE : EffectClass.ONCE;
  }

  @Override
  public ActionAnswer call(ActionCall call) throws InterruptedException {
    try {
      RequestSpec request = request(call);
      return Answers.of(request, calls.perform(request, call.deadline()));
    } catch (InvalidInput invalid) {
      return invalid.answer();
    }
  }

  @Override
  public Preview preview(ActionCall call) {
    try {
      return new RequestPreview(request(call), call.options().idempotencyHeader().orElse(""))
          .preview();
    } catch (InvalidInput invalid) {
      return Preview.ofFailure(invalid.answer());
    }
  }

  @Override
  public Optional<ActionAnswer> readBack(ActionCall call) throws InterruptedException {
    Json question = call.options().readBack().orElseThrow();
    try {
      RequestSpec request = readBack(question);
      return ReadBack.meaningOf(request, calls.perform(request, call.deadline()));
    } catch (InvalidInput invalid) {
      return Optional.of(ReadBack.inDoubt(invalid.answer()));
    }
  }

  @Override
  public String host(ActionCall call) {
    return UrlReader.host(JsonTree.of(call.input()));
  }

  /// Also looks at the question that may have to be asked later: when it is asked, it is too late
  /// to find it wrong.
  private static RequestSpec request(ActionCall call) throws InvalidInput {
    RequestSpec request = RequestSpec.of(INPUT.read(call.input()), "with");
    if (call.options().readBack().isPresent()) {
      readBack(call.options().readBack().get());
    }
    return request.changesNothing() || call.options().idempotencyHeader().isEmpty()
        ? request
        : request.withKey(call.options().idempotencyHeader().get(), call.effect().toString());
  }

  private static RequestSpec readBack(Json question) throws InvalidInput {
    return RequestSpec.of(READ_BACK.read(question, "read_back"), "read_back");
  }
}
