package dev.pilothouse.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.List;

/// Finds `synchronized` blocks. They are an instruction, not an access, so ArchUnit does not see
/// them; the class file does.
final class Monitors {

  private Monitors() {}

  static ArchCondition<JavaClass> areNotEntered() {
    return new ArchCondition<>("enter no monitor") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        methodsThatEnter(type)
            .forEach(method ->
                events.add(
                    SimpleConditionEvent.violated(
                        type,
                        "Method <%s.%s()> holds a synchronized block"
                            .formatted(type.getFullName(), method))));
      }
    };
  }

  private static List<String> methodsThatEnter(JavaClass type) {
    return ClassFile.of().parse(bytesOf(type)).methods().stream()
        .filter(Monitors::enters)
        .map(method -> method.methodName().stringValue())
        .toList();
  }

  private static boolean enters(MethodModel method) {
    return method
        .code()
        .map(code -> code.elementStream().anyMatch(Monitors::isMonitorEnter))
        .orElse(false);
  }

  private static boolean isMonitorEnter(Object element) {
    return element instanceof MonitorInstruction monitor && monitor.opcode() == Opcode.MONITORENTER;
  }

  private static byte[] bytesOf(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
