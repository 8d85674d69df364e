package dev.pilothouse.builderapi;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Lets links into the page work: whatever is neither a file nor the API is the page's own address.
@Controller
final class PageController {
  @GetMapping({"/sign-in", "/runs", "/runs/{*rest}", "/settings/{*rest}"})
  String page() {
    return "forward:/index.html";
  }
}
