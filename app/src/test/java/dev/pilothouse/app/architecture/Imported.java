package dev.pilothouse.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The classes that are judged.
final class Imported {

  /// What all modules ship, without their tests; read once, since that takes seconds.
  static final JavaClasses REAL_CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.pilothouse");

  private Imported() {}

  static JavaClasses fixtures(String root) {
    return new ClassFileImporter().importPackages(root);
  }
}
