package dev.pilothouse.app.cli;

/// We run on it, so it is there; its folder is what a person looks for.
record JavaRequirement() implements Requirement {

  private static final int VERSION = 25;

  @Override
  public Finding check() {
    String found = Runtime.version() + " in " + System.getProperty("java.home");
    return Runtime.version().feature() == VERSION
        ? Finding.ok("JDK 25", found)
        : Finding.missing("JDK 25", found, "Set JAVA_HOME to the folder of a JDK 25.");
  }
}
