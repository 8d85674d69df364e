package dev.pilothouse.triggers;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.pilothouse.contracts.Queues;
import dev.pilothouse.contracts.Watermark;
import dev.pilothouse.contracts.WatermarkWorkflow;
import dev.pilothouse.spi.Carrier.Mark;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.errordetails.v1.NotFoundFailure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.StatusUtils;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// The house's mark in Temporal. Reading and telling need the server alone, no worker, and are
/// never tried again by themselves: a Temporal that was replaced between two tries would take a
/// mark that is not its own.
final class TemporalMark {
  private static final WorkflowExecution WORKFLOW =
      WorkflowExecution.newBuilder().setWorkflowId(WatermarkWorkflow.ID).build();
  private static final long PATIENCE_SECONDS = 5;

  /// The last few signals: of those sent at once, the highest may not be the last.
  private static final int PAGE = 20;

  private final WorkflowClient client;

  TemporalMark(WorkflowClient client) {
    this.client = client;
  }

  Optional<SeenMark> read() {
    try {
      return Optional.of(seen());
    } catch (StatusRuntimeException refused) {
      if (isUnknown(refused)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /// Tells the workflow that is there already.
  void advance(Mark mark) {
    var _ =
        service()
            .signalWorkflowExecution(
                SignalWorkflowExecutionRequest.newBuilder()
                    .setNamespace(client.getOptions().getNamespace())
                    .setWorkflowExecution(WORKFLOW)
                    .setSignalName(WatermarkWorkflow.ADVANCE)
                    .setRequestId(UUID.randomUUID().toString())
                    .setInput(payloads(mark))
                    .build());
  }

  /// Puts the mark where none is, or another one.
  void place(Mark mark) {
    WatermarkWorkflow workflow =
        client.newWorkflowStub(
            WatermarkWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(WatermarkWorkflow.ID)
                .setTaskQueue(Queues.RUNS)
                .build());
    BatchRequest request = client.newSignalWithStartRequest();
    request.add(workflow::keep, watermark(mark));
    request.add(workflow::advance, watermark(mark));
    var _ = client.signalWithStart(request);
  }

  private SeenMark seen() {
    List<HistoryEvent> newestFirst = new ArrayList<>();
    List<SeenMark> marks = new ArrayList<>();
    ByteString next = ByteString.EMPTY;
    do {
      GetWorkflowExecutionHistoryReverseResponse page = page(next);
      newestFirst.addAll(page.getHistory().getEventsList());
      boolean open = !hasEnded(newestFirst.getFirst());
      page.getHistory()
          .getEventsList()
          .forEach(event ->
              input(event)
                  .ifPresent(input -> marks.add(new SeenMark(mark(input), at(event), open))));
      next = page.getNextPageToken();
    } while (marks.isEmpty() && !next.isEmpty());
    return highest(marks);
  }

  /// Of the house that spoke last.
  private static SeenMark highest(List<SeenMark> newestFirst) {
    UUID identity = newestFirst.getFirst().mark().identity();
    return newestFirst.stream()
        .filter(seen -> seen.mark().identity().equals(identity))
        .max(Comparator.comparingLong(seen -> seen.mark().tick()))
        .orElseThrow();
  }

  private GetWorkflowExecutionHistoryReverseResponse page(ByteString token) {
    return service()
        .getWorkflowExecutionHistoryReverse(
            GetWorkflowExecutionHistoryReverseRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(WORKFLOW)
                .setMaximumPageSize(PAGE)
                .setNextPageToken(token)
                .build());
  }

  private WorkflowServiceBlockingStub service() {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static Optional<Payloads> input(HistoryEvent event) {
    return switch (event.getAttributesCase()) {
      case WORKFLOW_EXECUTION_SIGNALED_EVENT_ATTRIBUTES ->
          Optional.of(event.getWorkflowExecutionSignaledEventAttributes().getInput());
      case WORKFLOW_EXECUTION_STARTED_EVENT_ATTRIBUTES ->
          Optional.of(event.getWorkflowExecutionStartedEventAttributes().getInput());
      default -> Optional.empty(); // Temporal's own kinds, which grow with its versions
    };
  }

  private static boolean hasEnded(HistoryEvent newest) {
    return switch (newest.getEventType()) {
      case EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
          EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
          EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
          EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
          EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT ->
          true;
      default -> false; // as above
    };
  }

  /// Not the namespace, which is the part 'temporal' to miss.
  private static boolean isUnknown(StatusRuntimeException refused) {
    return refused.getStatus().getCode() == Status.Code.NOT_FOUND
        && StatusUtils.hasFailure(refused, NotFoundFailure.class);
  }

  private Mark mark(Payloads input) {
    Watermark mark =
        client
            .getOptions()
            .getDataConverter()
            .fromPayloads(0, Optional.of(input), Watermark.class, Watermark.class);
    return new Mark(mark.identity(), mark.tick());
  }

  private Payloads payloads(Mark mark) {
    return client.getOptions().getDataConverter().toPayloads(watermark(mark)).orElseThrow();
  }

  private static Watermark watermark(Mark mark) {
    return new Watermark(mark.identity(), mark.tick());
  }

  private static Instant at(HistoryEvent event) {
    Timestamp time = event.getEventTime();
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
