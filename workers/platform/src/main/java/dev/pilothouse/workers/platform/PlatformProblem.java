package dev.pilothouse.workers.platform;

/// Something that a person must know and can do something about: one sentence that says what is so,
/// and one that says what to do next. Nothing was lost when this is thrown.
public final class PlatformProblem extends RuntimeException {

  private final String sentence;
  private final String nextStep;

  public PlatformProblem(String sentence, String nextStep) {
    super(sentence + " " + nextStep);
    this.sentence = sentence;
    this.nextStep = nextStep;
  }

  public PlatformProblem(String sentence, String nextStep, Throwable cause) {
    super(sentence + " " + nextStep, cause);
    this.sentence = sentence;
    this.nextStep = nextStep;
  }

  public String sentence() {
    return sentence;
  }

  public String nextStep() {
    return nextStep;
  }
}
