package dev.pilothouse.app.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Writes `--data DIR` as everybody types it; picocli alone would write `--data=DIR`, which works
/// as well.
final class SpacedHelp extends Help {

  SpacedHelp(CommandSpec command, ColorScheme colours) {
    super(command, colours);
  }

  @Override
  public IParamLabelRenderer parameterLabelRenderer() {
    IParamLabelRenderer usual = super.parameterLabelRenderer();
    return new IParamLabelRenderer() {
      @Override
      public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
        Text label = usual.renderParameterLabel(argument, ansi, styles);
        return label.plainString().startsWith("=")
            ? ansi.new Text(" ").concat(label.substring(1))
            : label;
      }

      @Override
      public String separator() {
        return " ";
      }
    };
  }
}
