package dev.pilothouse.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The processor time of this process and of those that work for it, with their children.
record Cpu(List<ProcessHandle> processes) {
  Cpu {
    processes = List.copyOf(processes);
  }

  Duration spent() {
    return processes.stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
